package yici.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yici.application.Known.Fact;
import yici.form.DataElement;
import yici.form.DataElement.Origin;
import yici.form.DataElement.Type;
import yici.identity.Account;
import yici.identity.SignedIn;

/**
 * Which elements are about the account's own holder. Guides name elements by role: {@code motherIdNo} is the mother's number, {@code idNo} the
 * applicant's own. Whose role the holder has follows from the scenario answers or, where a guide asks for a man and a woman, from the
 * holder's ID number.
 */
final class FromAccount {

    private static final Set<String> OWN_ROLES = Set.of("", "applicant", "guardian");
    private static final String CHILD = "child";

    private final ScenarioAnswers scenario;
    private final Account account;
    private final Optional<Account> guardian;

    private FromAccount(ScenarioAnswers scenario, Account account, Optional<Account> guardian) {
        this.scenario = scenario;
        this.account = account;
        this.guardian = guardian;
    }

    /** @param guardian who fills in for the account's holder, a child: what is asked of a guardian is about this one */
    static Map<String, Fact> facts(
            List<DataElement> asked, ScenarioAnswers scenario, Account account, Optional<Account> guardian) {
        var from = new FromAccount(scenario, account, guardian);
        var facts = new LinkedHashMap<String, Fact>();
        for (var element : asked)
            from.value(element)
                    .filter(value -> !value.isBlank())
                    .ifPresent(value -> facts.put(element.key(), new Fact(Known.From.ACCOUNT, value)));
        return facts;
    }

    private Optional<String> value(DataElement element) {
        if (element.origin() != Origin.PROFILE && element.origin() != Origin.LICENCE) return Optional.empty();
        if (element.key().equals("contactPhone"))
            return Optional.of(guardian.orElse(account).phone());
        return account.kind() == SignedIn.Kind.FIRM ? ofFirm(element) : ofPerson(element);
    }

    private Optional<String> ofFirm(DataElement element) {
        return switch (element.key()) {
            case "uscc" -> Optional.of(account.number());
            case "entityName" -> Optional.of(account.name());
            case "legalPerson" -> Optional.of(account.representative());
            case "legalPersonIdNo" -> Optional.of(account.representativeNumber());
            case "applicantKind" -> Optional.of("ENTERPRISE");
            default -> Optional.empty();
        };
    }

    private Optional<String> ofPerson(DataElement element) {
        if (element.origin() == Origin.PROFILE && element.type() == Type.ADDRESS) return Optional.of(account.address());
        if (guardian.isPresent() && element.key().equals("guardianName")) return guardian.map(Account::name);
        if (guardian.isPresent() && element.key().equals("guardianIdNo")) return guardian.map(Account::number);
        if (isAbout(element.key(), "Name", "name")) return Optional.of(account.name());
        if (isAbout(element.key(), "IdNo", "idNo")) return Optional.of(account.number());
        return Optional.empty();
    }

    private boolean isAbout(String key, String suffix, String own) {
        if (key.equals(own)) return true;
        return key.endsWith(suffix) && hasRole(key.substring(0, key.length() - suffix.length()));
    }

    private boolean hasRole(String role) {
        if (OWN_ROLES.contains(role) || guardian.isPresent() && role.equals(CHILD)) return true;
        if (role.equals("male") || role.equals("female")) return role.equals(sex());
        return scenario.chosen().values().stream().anyMatch(choices -> choices.contains(role));
    }

    /** The last digit but one of an ID number is odd for a man (GB 11643). */
    private String sex() {
        var number = account.number();
        if (number.length() != 18) return "";
        return number.charAt(16) % 2 == 1 ? "male" : "female";
    }
}

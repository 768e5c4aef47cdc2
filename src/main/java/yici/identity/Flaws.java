package yici.identity;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import yici.kit.Document;

/** What is wrong with a form, by field, as keys of words; of each field the first flaw only. */
final class Flaws {

    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_ADDRESS = 200;
    private static final int LONGEST_MAIL = 254;

    private final Map<String, String> byField = new LinkedHashMap<>();

    void add(String field, String key) {
        byField.putIfAbsent(field, key);
    }

    boolean none() {
        return byField.isEmpty();
    }

    Map<String, String> byField() {
        return byField;
    }

    /**
     * Names of minorities carry a middle dot, those of firms brackets, foreigners' spaces and accents, and some are a single letter: only
     * what cannot be a name is refused.
     */
    String name(String field, String typed) {
        var name = tidy(typed);
        if (name.isEmpty()) add(field, "identity." + field + ".empty");
        else if (name.codePointCount(0, name.length()) > LONGEST_NAME) add(field, "identity.name.long");
        else if (name.codePoints().noneMatch(Character::isLetter)
                || name.chars().anyMatch(c -> "<>{}\\".indexOf(c) >= 0)) add(field, "identity.name.letters");
        return name;
    }

    /** A mobile number of the mainland, {@code +86} and spaces put right; or, with + and the country's number, one of anywhere else. */
    String phone(String field, String typed) {
        var phone = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Zs}\\p{Cf}()-]", "")
                .replaceFirst("^00(?=[1-9])", "+")
                .replaceFirst("^\\+?86(?=1[0-9]{10}$)", "");
        if (phone.isEmpty()) add(field, "identity.phone.empty");
        else if (!phone.matches("1[3-9][0-9]{9}|\\+(?!86)[1-9][0-9]{6,14}")) add(field, "identity.phone.wrong");
        return phone;
    }

    String mail(String field, String typed) {
        var mail = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        if (mail.isEmpty()) add(field, "identity.mail.empty");
        else if (mail.length() > LONGEST_MAIL || !mail.matches("[!-?A-~]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+"))
            add(field, "identity.mail.wrong");
        return mail;
    }

    /**
     * Whatever document a person has, by its own rules.
     *
     * @return as an account keeps it; empty when something is wrong
     */
    String document(String field, String kind, String number, String nationality) {
        var chosen = Document.Kind.of(kind);
        if (chosen.isEmpty()) {
            add("document", "identity.document.choose");
            return "";
        }
        return switch (Document.read(chosen.get(), number, nationality)) {
            case Document.Reading.Good(var document) -> document.text();
            case Document.Reading.Flawed(var flaw) -> {
                if (flaw == Document.Flaw.NATIONALITY) add("nationality", "identity.nationality.choose");
                else if (flaw == Document.Flaw.SHAPE) add(field, "identity.document.shape." + key(chosen.get()));
                else add(field, "identity.id-number." + key(flaw));
                yield "";
            }
        };
    }

    /** May stay empty. */
    String address(String field, String typed) {
        var address = tidy(typed);
        if (address.length() > LONGEST_ADDRESS) add(field, "identity.address.long");
        return address;
    }

    /** Not a phone number and not a credit code, so that the three kinds of accounts never meet. */
    String staffLogin(String field, String typed) {
        var login = Accounts.loginOf(typed);
        if (login.isEmpty()) add(field, "identity.staff.login-empty");
        else if (!login.matches("[a-z][a-z0-9.-]{3,39}")) add(field, "identity.staff.login-wrong");
        return login;
    }

    void password(String field, String typed, String... ownData) {
        NewPassword.flaw(typed, ownData).ifPresent(key -> add(field, key));
    }

    /** FIFTEEN_DIGITS becomes fifteen-digits. */
    static String key(Enum<?> flaw) {
        return flaw.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String tidy(String typed) {
        return typed.replaceAll("[\\s\\p{Zs}]+", " ")
                .replaceAll("\\p{Cntrl}", "")
                .strip();
    }
}

package yici.openid;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import yici.identity.Account;
import yici.identity.Accounts;

/** What there is to tell of a person, as far as it was granted. What is not known is left out. */
@Component
class ClaimsOf {

    private final Accounts accounts;

    ClaimsOf(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Of the person, these and no more; only what was granted and is known. */
    Map<String, Object> of(UUID person, Collection<String> names, Set<String> granted) {
        var told = new LinkedHashMap<String, Object>();
        var wanted = ofThePerson(names, granted);
        if (wanted.isEmpty()) return told;
        var account = accounts.lately(person);
        for (var name : wanted) account.flatMap(known -> of(known, name)).ifPresent(value -> told.put(name, value));
        return told;
    }

    private static Set<String> ofThePerson(Collection<String> names, Set<String> granted) {
        var wanted = new LinkedHashSet<>(names);
        wanted.remove("sub");
        wanted.remove("acting_for");
        wanted.removeIf(name -> Scopes.scopeOf(name).filter(granted::contains).isEmpty());
        return wanted;
    }

    private static Optional<Object> of(Account account, String claim) {
        return switch (claim) {
            case "name" -> text(account.name());
            case "account_kind" -> text(account.kind().name().toLowerCase(java.util.Locale.ROOT));
            case "identity_number" -> text(account.number());
            case "phone_number" -> text(account.phone()).map(phone -> "+86" + phone);
            case "address" -> text(account.address()).map(address -> Map.of("formatted", address));
            default -> Optional.empty();
        };
    }

    private static Optional<Object> text(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}

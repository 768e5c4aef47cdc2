package yici.openid;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import yici.identity.Accounts;
import yici.identity.SignedIn;
import yici.jurisdiction.Bodies;
import yici.kit.Masked;
import yici.kit.Page;
import yici.kit.Translated;
import yici.kit.View;
import yici.mandate.Representees;

/** The two questions on the way: is this you, and may they know this of you. */
@Component
class Consenting {

    /**
     * @param id under which the browser keeps what was asked
     * @param body who answers for the party; empty for one of nobody's
     * @param told what it would learn, in plain words and as it is known
     */
    record Question(
            String id,
            Translated party,
            List<Translated> body,
            boolean sandbox,
            String person,
            String actingFor,
            List<Told> told) {}

    /** @param key of the words {@code openid.scope.<key>} */
    record Told(String key, String value) {}

    private final Accounts accounts;
    private final Bodies bodies;

    Consenting(Accounts accounts, Bodies bodies) {
        this.accounts = accounts;
        this.bodies = bodies;
    }

    Page choose(View view, String id, AuthorizationRequest request, SignedIn me) {
        var question = question(id, request.party(), me, List.of());
        return Page.of(out -> JtechooseGenerated.render(out, Page.PLAIN, view, question));
    }

    Page actFor(View view, String id, AuthorizationRequest request, SignedIn me, Representees.Representee whom) {
        var question = question(id, request.party(), me, List.of());
        return Page.of(out -> JteactForGenerated.render(out, Page.PLAIN, view, question, whom));
    }

    Page agree(View view, String id, AuthorizationRequest request, SignedIn me, Set<String> scopes) {
        var question = question(id, request.party(), me, told(me, scopes));
        return Page.of(out -> JteagreeGenerated.render(out, Page.PLAIN, view, question));
    }

    private Question question(String id, RelyingParty party, SignedIn me, List<Told> told) {
        return new Question(
                id,
                party.name(),
                bodyOf(party),
                party.sandbox(),
                me.personName(),
                me.acting().isPresent() ? me.name() : "",
                told);
    }

    List<Translated> bodyOf(RelyingParty party) {
        return party.body().isEmpty()
                ? List.of()
                : List.of(bodies.get(party.body()).name());
    }

    List<Told> told(SignedIn me, Set<String> scopes) {
        var told = new ArrayList<Told>();
        for (var scope : Scopes.ALL)
            if (scopes.contains(scope) && !scope.equals(Scopes.OPENID))
                told.add(new Told(key(scope), value(scope, me)));
        return told;
    }

    static String key(String scope) {
        return scope.replace('_', '-');
    }

    private String value(String scope, SignedIn me) {
        return switch (scope) {
            case Scopes.PROFILE -> me.personName();
            case Scopes.IDENTITY_NUMBER ->
                of(me.person()).map(account -> Masked.number(account.number())).orElse("");
            case Scopes.PHONE -> of(me.person()).map(account -> account.phone()).orElse("");
            case Scopes.ADDRESS ->
                of(me.person()).map(account -> account.address()).orElse("");
            case Scopes.ACTING_FOR -> me.name();
            default -> "";
        };
    }

    private java.util.Optional<yici.identity.Account> of(UUID person) {
        return accounts.find(person);
    }
}

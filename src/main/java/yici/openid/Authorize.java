package yici.openid;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.identity.Proof;
import yici.identity.SignedIn;
import yici.identity.Trust;
import yici.mandate.Representees;

/** Whether a party may be told who is here, and what has to happen first. */
@Component
class Authorize {

    sealed interface Next {
        record SignIn() implements Next {}

        record Choose() implements Next {}

        record StepUp(Trust needed) implements Next {}

        /** The party wishes that the person act for them; that is for the person to say. */
        record ActFor(Representees.Representee whom) implements Next {}

        /** @param scopes everything the party would learn */
        record Agree(Set<String> scopes) implements Next {}

        record Granted(Opaque code) implements Next {}

        record Refused(String code, String sentence) implements Next {}

        /** What was pushed was answered before. */
        record Gone() implements Next {}
    }

    /** Why a party may know what it asks. */
    private enum Basis {
        AGREED_BEFORE,
        AGREES_NOW,
        DUTY
    }

    private final ForWhom forWhom;
    private final Consents consents;
    private final AuthorizationCodes codes;
    private final PushedRequests pushed;
    private final Sightings sightings;
    private final yici.audit.AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Authorize(
            ForWhom forWhom,
            Consents consents,
            AuthorizationCodes codes,
            PushedRequests pushed,
            Sightings sightings,
            yici.audit.AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.forWhom = forWhom;
        this.consents = consents;
        this.codes = codes;
        this.pushed = pushed;
        this.sightings = sightings;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    Next next(AuthorizationRequest request, Asked asked, Optional<SignedIn> visitor) {
        if (visitor.isEmpty())
            return request.silent() ? refused("login_required", "nobody is signed in") : new Next.SignIn();
        var me = visitor.get();
        return whoIsThere(request, asked, me)
                .or(() -> howSure(request, asked, me))
                .orElseGet(() -> forWhom(
                        request,
                        asked,
                        me,
                        answered -> Objects.requireNonNull(transaction.execute(_ -> basis(request, me)
                                .map(basis -> grant(request, answered, me, basis))
                                .orElseGet(() -> askToAgree(request))))));
    }

    /** The person has just said yes. */
    Next agreed(AuthorizationRequest request, Asked asked, SignedIn me) {
        return whoIsThere(request, asked, me)
                .or(() -> howSure(request, asked, me))
                .orElseGet(
                        () -> forWhom(request, asked, me, answered -> grant(request, answered, me, Basis.AGREES_NOW)));
    }

    private Optional<Next> whoIsThere(AuthorizationRequest request, Asked asked, SignedIn me) {
        boolean fresh = asked.provedSince(me);
        boolean another = !request.person().isEmpty()
                && !request.person().equals(request.party().sector().nameOf(me.person()));
        boolean again = request.prompt().contains(AuthorizationRequest.Prompt.LOGIN) || isTooLongAgo(request, me);
        if (request.silent()) return another || again ? Optional.of(loginRequired()) : Optional.empty();
        if (another) return Optional.of(fresh ? loginRequired() : new Next.SignIn());
        if (again && !fresh) return Optional.of(new Next.SignIn());
        boolean choose = request.prompt().contains(AuthorizationRequest.Prompt.SELECT_ACCOUNT);
        return choose && !fresh && !asked.chosen() ? Optional.of(new Next.Choose()) : Optional.empty();
    }

    private boolean isTooLongAgo(AuthorizationRequest request, SignedIn me) {
        return request.maxAge()
                .filter(age -> me.signOn().lastProof().plus(age).isBefore(clock.instant()))
                .isPresent();
    }

    private static Next loginRequired() {
        return refused("login_required", "the person has to sign in");
    }

    /** What a party insists on is reached or it hears why not; what it merely prefers is tried once. */
    private static Optional<Next> howSure(AuthorizationRequest request, Asked asked, SignedIn me) {
        var needed = request.trust();
        if (request.insistsOnTrust() && needed.isEmpty()) return Optional.of(unmet());
        if (needed.isEmpty() || me.atLeast(needed.get())) return Optional.empty();
        if (!request.silent() && !asked.steppedUp()) return Optional.of(new Next.StepUp(needed.get()));
        return request.insistsOnTrust() ? Optional.of(unmet()) : Optional.empty();
    }

    private static Next unmet() {
        return refused("unmet_authentication_requirements", "the level asked for was not reached");
    }

    /** Asked once; whoever may not, cannot or would rather not act for them signs on as who they are. */
    private Next forWhom(AuthorizationRequest request, Asked asked, SignedIn me, Function<Asked, Next> then) {
        if (request.representee().isEmpty() || !asked.forWhom().isEmpty()) return then.apply(asked);
        return switch (forWhom.wish(request.party(), request.representee().get(), me)) {
            case ForWhom.Wish.Met _ -> then.apply(asked.whereWished(ForWhom.OK));
            case ForWhom.Wish.Not(var status) -> then.apply(asked.whereWished(status));
            case ForWhom.Wish.Possible(var whom) ->
                request.silent()
                        ? refused("interaction_required", "the person has to say whether they act for this one")
                        : new Next.ActFor(whom);
        };
    }

    private Optional<Basis> basis(AuthorizationRequest request, SignedIn me) {
        if (request.prompt().contains(AuthorizationRequest.Prompt.CONSENT)) return Optional.empty();
        if (consents.covers(me.person(), request.party().clientId(), request.wanted()))
            return Optional.of(Basis.AGREED_BEFORE);
        return request.party().knowsByDuty(request.wanted()) ? Optional.of(Basis.DUTY) : Optional.empty();
    }

    private static Next askToAgree(AuthorizationRequest request) {
        return request.silent()
                ? refused("consent_required", "the person has not agreed yet")
                : new Next.Agree(request.wanted());
    }

    private Next grant(AuthorizationRequest request, Asked asked, SignedIn me, Basis basis) {
        var now = clock.instant();
        var code = Opaque.fresh();
        Next next = transaction.execute(_ -> {
            if (!asked.pushed().isEmpty() && !pushed.use(asked.pushed(), now)) return new Next.Gone();
            note(request, me, basis, now);
            codes.add(code, codeOf(request, asked, me));
            audit.record(
                    me.did(OpenIdAct.SIGNED_ON, me.asActor(), request.party().clientId(), now));
            return new Next.Granted(code);
        });
        if (next instanceof Next.Granted)
            sightings.signedOn(request, !asked.pushed().isEmpty());
        return next;
    }

    /** The first time, so that the person finds it in their account and in the record. */
    private void note(AuthorizationRequest request, SignedIn me, Basis basis, Instant now) {
        if (basis == Basis.AGREED_BEFORE) return;
        boolean duty = basis == Basis.DUTY;
        var party = request.party().clientId();
        if (duty) consents.inform(me.person(), party, request.wanted());
        else consents.give(me.person(), party, request.wanted());
        audit.record(me.did(
                duty ? OpenIdAct.INFORMED : OpenIdAct.CONSENTED,
                me.asActor(),
                party + ": " + String.join(" ", request.wanted()),
                now));
    }

    private AuthorizationCodes.Code codeOf(AuthorizationRequest request, Asked asked, SignedIn me) {
        var grant = grantOf(me, request.scopes(), request.claims());
        return new AuthorizationCodes.Code(
                request.party().clientId(),
                request.redirectUri(),
                request.challenge(),
                request.nonce(),
                request.keyHash(),
                request.representee()
                        .map(id -> grant.wishing(id, became(request.party(), id, asked, me)))
                        .orElse(grant));
    }

    /** As the session stands now: the person may have gone back to themselves in another window meanwhile. */
    private String became(RelyingParty party, String id, Asked asked, SignedIn me) {
        if (forWhom.isMet(party, id, me)) return ForWhom.OK;
        return asked.forWhom().equals(ForWhom.OK) ? ForWhom.DECLINED : asked.forWhom();
    }

    static Grant grantOf(SignedIn me, Set<String> scopes, ClaimsAsked claims) {
        return new Grant(
                me.signOn().id(),
                me.person(),
                me.acting().map(acting -> new Grant.Acting(me.account(), acting.mandate())),
                Optional.empty(),
                scopes,
                claims,
                me.signOn().lastProof(),
                me.signOn().trust().acr(),
                me.signOn().proofs().stream()
                        .map(Proof::method)
                        .map(Proof.Method::amr)
                        .distinct()
                        .toList());
    }

    private static Next refused(String code, String sentence) {
        return new Next.Refused(code, sentence);
    }
}

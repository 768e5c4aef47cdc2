package yici.party;

import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.identity.Thing;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.Post;
import yici.jurisdiction.PublicBody;
import yici.kit.Forbidden;
import yici.openid.RelyingParties;

/** A department or a firm registers a system of its own in the sandbox, and can try it at once. */
@Component
class RegisterParty {

    sealed interface Outcome {
        /** @param secret to be shown once; empty where a key proves who is calling */
        record Registered(String clientId, String secret) implements Outcome {}

        record Flawed(Map<String, String> flaws) implements Outcome {}
    }

    private record Owner(Optional<UUID> firm, String body, String area) {}

    private final ReadForm readForm;
    private final Registrations registrations;
    private final RelyingParties parties;
    private final Bodies bodies;
    private final Policy policy;
    private final AuditLog audit;
    private final Clock clock;

    RegisterParty(
            ReadForm readForm,
            Registrations registrations,
            RelyingParties parties,
            Bodies bodies,
            Policy policy,
            AuditLog audit,
            Clock clock) {
        this.readForm = readForm;
        this.registrations = registrations;
        this.parties = parties;
        this.bodies = bodies;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /** For which the person may register a system; none for a firm, which registers its own. */
    List<PublicBody> bodiesOf(SignedIn me) {
        return me.posts().stream()
                .filter(post -> post.role() == Post.Role.OFFICER)
                .flatMap(post -> post.body().stream())
                .distinct()
                .map(bodies::get)
                .toList();
    }

    @Transactional
    Outcome register(SignedIn me, PartyForm form) {
        policy.check(me, Deed.KEEP_PARTY);
        var reading = readForm.read(form, true);
        var flaws = new LinkedHashMap<>(reading.flaws());
        var owner = owner(me, form.get("body"));
        if (owner.isEmpty()) flaws.put("body", "party.flaw.body");
        if (owner.isEmpty() || reading.draft().isEmpty() || !flaws.isEmpty()) return new Outcome.Flawed(flaws);

        return register(me, owner.get(), reading.draft().get());
    }

    private Optional<Owner> owner(SignedIn me, String body) {
        if (me.kind() == SignedIn.Kind.FIRM) return Optional.of(new Owner(Optional.of(me.account()), "", ""));
        return bodiesOf(me).stream()
                .filter(one -> one.id().equals(body))
                .map(one -> new Owner(Optional.empty(), one.id(), one.area()))
                .findFirst();
    }

    private Outcome register(SignedIn me, Owner owner, ReadForm.Draft draft) {
        var thing = new Thing(owner.firm().map(UUID::toString).orElse(""), owner.body(), owner.area(), "");
        if (!policy.allows(me, Deed.KEEP_PARTY, thing)) throw new Forbidden(Deed.KEEP_PARTY + " " + thing);
        var id = freshId(owner);
        var secret = draft.kind() == Kind.SECRET ? parties.freshSecret() : "";
        var hash = secret.isEmpty() ? new byte[0] : parties.hashOfSecret(secret);
        var sector = parties.sector(draft.sharedSector() ? sharedSector(owner) : id);
        parties.save(draft.party(id, owner.body(), sector, hash, true));
        registrations.add(id, owner.firm(), owner.body(), owner.area(), draft, me);
        audit.record(me.did(PartyAct.REGISTERED, "party:" + id, draft.name().zh(), clock.instant()));
        return new Outcome.Registered(id, secret);
    }

    /** Nobody else's: a system in another's sector would know people by the same name as theirs. */
    private static String sharedSector(Owner owner) {
        return owner.firm().map(firm -> "firm:" + firm).orElse(owner.body());
    }

    private static String freshId(Owner owner) {
        var whose = owner.firm().isPresent() ? "firm" : owner.body().replace('@', '-');
        return whose + "-"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }
}

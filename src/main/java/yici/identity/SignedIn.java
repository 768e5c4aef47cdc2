package yici.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import yici.audit.AuditEvent;
import yici.jurisdiction.Post;
import yici.kit.View;

/**
 * The one door to who is acting. A controller takes it as a parameter: {@code SignedIn me} sends a visitor to sign in and back,
 * {@code Optional<SignedIn> me} does not.
 *
 * @param account the party whose matters these are: the person, or whom the person acts for
 * @param posts empty for citizens and firms, and while somebody acts for another
 * @param signOn how and when the person showed who they are
 * @param acting who really sits there, when that is not the party; empty when acting for oneself
 */
public record SignedIn(UUID account, Kind kind, String name, List<Post> posts, SignOn signOn, Optional<Acting> acting) {

    public enum Kind {
        PERSON,
        FIRM,
        STAFF
    }

    /**
     * The human being behind the session, by the mandate that lets them act for the account.
     *
     * @param scope all that may be done for the account
     * @param until when the mandate ends by itself; empty when it does not
     */
    public record Acting(
            UUID person, String personName, UUID mandate, Capacity capacity, Scope scope, Optional<Instant> until) {

        /** Of a mandate nothing is known of yet, so that it allows nothing. */
        public Acting(UUID person, String personName, UUID mandate) {
            this(person, personName, mandate, Capacity.AGENT, Scope.NOTHING, Optional.empty());
        }
    }

    /** For oneself, signed in with no more than a password. */
    public SignedIn(UUID account, Kind kind, String name, List<Post> posts) {
        this(account, kind, name, posts, SignOn.NONE, Optional.empty());
    }

    /** The account of the human being: rights and secrets of an account are asked of this one. */
    public UUID person() {
        return acting.map(Acting::person).orElse(account);
    }

    /** The person alone, as at signing in; whoever helps at a counter is staff. */
    public SignedIn asOneself() {
        return acting.map(a -> new SignedIn(
                        a.person(),
                        a.capacity() == Capacity.COUNTER_ASSISTANCE ? Kind.STAFF : Kind.PERSON,
                        a.personName(),
                        List.of(),
                        signOn,
                        Optional.empty()))
                .orElse(this);
    }

    public String personName() {
        return acting.map(Acting::personName).orElse(name);
    }

    /** What may be done in this session: everything by somebody who acts for himself. */
    public Scope scope() {
        return acting.map(Acting::scope).orElse(Scope.EVERYTHING);
    }

    /** @throws NotCovered when the mandate does not give this */
    public void mustCover(String lifeEvent, String area) {
        if (!scope().covers(lifeEvent, area)) throw new NotCovered(name, lifeEvent, area);
    }

    /**
     * For all that is known of the party, not one matter: oneself, a firm's representative, a guardian.
     *
     * @throws NotCovered to an agent
     */
    public void mustSpeakForParty() {
        boolean speaks = acting.map(
                        a -> a.capacity() == Capacity.LEGAL_REPRESENTATIVE || a.capacity() == Capacity.GUARDIAN)
                .orElse(true);
        if (!speaks) throw new NotCovered(name, "", "");
    }

    /** Acts for himself, or speaks for a firm by law: may give mandates in the party's name. */
    public boolean mayGiveMandates() {
        return kind != Kind.STAFF
                && acting.map(a -> a.capacity() == Capacity.LEGAL_REPRESENTATIVE)
                        .orElse(true);
    }

    /** {@code account:<uuid>} of the human being, as the audit log names people. */
    public String asActor() {
        return "account:" + person();
    }

    /** {@code account:<uuid>} of the party; empty when acting for oneself. */
    public String onBehalfOf() {
        return acting.isPresent() ? "account:" + account : "";
    }

    /** A line for the audit log that names both, who acted and for whom. */
    public AuditEvent did(AuditEvent.Act act, String subject, String reason, Instant at) {
        return new AuditEvent(act, asActor(), personName(), onBehalfOf(), subject, reason, at);
    }

    public boolean atLeast(Trust needed) {
        return signOn.trust().compareTo(needed) >= 0;
    }

    /** @throws StepUp when this session has not shown as much yet */
    public void require(Trust needed) {
        if (!atLeast(needed)) throw new StepUp(needed, Optional.empty());
    }

    /**
     * For what must never happen behind somebody's back: sign, pay, grant a mandate, change the phone.
     *
     * @throws StepUp when this session has not shown as much, or not within {@code maxAge}
     */
    public void requireFresh(Trust needed, Duration maxAge, Instant now) {
        if (!atLeast(needed) || signOn.lastProof().isBefore(now.minus(maxAge)))
            throw new StepUp(needed, Optional.of(maxAge));
    }

    public boolean isOfficer() {
        return posts.stream().anyMatch(p -> p.role() == Post.Role.OFFICER);
    }

    /** Of whatever kind: what each may do is said by {@link Policy}. */
    public boolean isAdministrator() {
        return posts.stream().anyMatch(p -> p.role() != Post.Role.OFFICER);
    }

    /** Where this person's own pages begin. */
    public String home() {
        if (isOfficer()) return "/desk";
        if (isAdministrator()) return "/admin";
        return kind == Kind.STAFF ? "/account" : "/my";
    }

    /** As the header of a page shows this person. */
    public View.Visitor asVisitor() {
        var as = acting.map(a -> new View.Acting(
                a.personName(), "kit.acting." + a.capacity().name().toLowerCase(Locale.ROOT), a.until()));
        return new View.Visitor(name, visitorKind(), home(), StaffRule.isLetOff(this) ? "kit.demo.staff" : "", as);
    }

    private View.Visitor.Kind visitorKind() {
        if (isOfficer()) return View.Visitor.Kind.OFFICER;
        return switch (kind) {
            case PERSON -> View.Visitor.Kind.PERSON;
            case FIRM -> View.Visitor.Kind.FIRM;
            case STAFF -> View.Visitor.Kind.ADMINISTRATOR;
        };
    }
}

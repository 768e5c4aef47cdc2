package yici.identity;

import static yici.identity.Thing.Trait.AREA;
import static yici.identity.Thing.Trait.BODY;
import static yici.identity.Thing.Trait.OWNER;
import static yici.identity.Thing.Trait.ROLE;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import yici.identity.Reach.Branch;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.Post;
import yici.jurisdiction.Post.Role;
import yici.kit.Badge;
import yici.kit.Forbidden;

/**
 * Who may do what to which thing. It stands here and nowhere else: pages and use cases ask {@link #allows} about one thing, lists take {@link
 * Reach#on} as their first condition. What is not said here nobody may.
 */
@Component
public class Policy {

    private static final Set<String> OF_OFFICERS = Set.of(Role.OFFICER.name());
    private static final Set<String> OF_ADMINISTRATORS = Set.of(
            Role.ADMINISTRATOR.name(),
            Role.EDITOR.name(),
            Role.REVIEWER.name(),
            Role.SYSTEM_ADMIN.name(),
            Role.SECURITY_ADMIN.name(),
            Role.AUDIT_ADMIN.name());
    private static final Set<String> OF_THE_AREA = Set.of(Role.OFFICER.name(), Role.ADMINISTRATOR.name());
    private static final Set<String> NONE = Set.of("");

    /** Departments that decide who is whose guardian. */
    private static final Set<String> KNOW_FAMILIES = Set.of("civil-affairs", "police");

    private final Areas areas;
    private final Bodies bodies;

    Policy(Areas areas, Bodies bodies) {
        this.areas = areas;
        this.bodies = bodies;
    }

    public Reach reach(SignedIn me, Deed deed) {
        return switch (deed) {
            case OWN_MATTER -> Reach.of(Branch.where(OWNER, Set.of(me.account().toString())));
            case HANDLE_CASE -> Reach.of(Branch.where(BODY, bodies(me)));
            case FILL_GAP ->
                Reach.of(
                        in(me, Role.ADMINISTRATOR).and(BODY, NONE),
                        in(me, Role.ADMINISTRATOR).and(BODY, bodies.closed()));
            case SEE_CARD -> Reach.of(Branch.where(BODY, bodies(me)), governing(me));
            case EXPLAIN_CARD ->
                Reach.of(Branch.where(BODY, bodies(me)), governing(me).and(BODY, NONE));
            case SETTLE_CARD, KEEP_DELEGATION, DRAFT_GUIDE -> Reach.of(governing(me));
            case SEE_POST ->
                Reach.of(
                        governing(me).and(ROLE, OF_THE_AREA),
                        governing(me, Role.SECURITY_ADMIN).and(ROLE, OF_ADMINISTRATORS));
            // nobody gives or takes the own powers
            case MANAGE_POST ->
                Reach.of(
                        governing(me)
                                .and(ROLE, OF_OFFICERS)
                                .not(OWNER, me.account().toString()),
                        governing(me, Role.SECURITY_ADMIN)
                                .and(ROLE, OF_ADMINISTRATORS)
                                .not(OWNER, me.account().toString()));
            // which of them it is just now, SecondPersons says
            case COUNTERSIGN ->
                Reach.of(
                        governing(me, Role.SECURITY_ADMIN)
                                .not(OWNER, me.account().toString()),
                        governing(me, Role.AUDIT_ADMIN).not(OWNER, me.account().toString()));
            case SEE_CALENDAR ->
                Reach.of(
                        governing(me),
                        Branch.where(AREA, isHeld(me, Role.ADMINISTRATOR) ? NONE : Set.of()),
                        governing(me, Role.SYSTEM_ADMIN),
                        Branch.where(AREA, isHeld(me, Role.SYSTEM_ADMIN) ? NONE : Set.of()));
            case PUBLISH_DAYS ->
                Reach.of(governing(me), Branch.where(AREA, ofTheProvince(me, Role.SYSTEM_ADMIN) ? NONE : Set.of()));
            case SEE_CLOCKS -> anything(isHeld(me, Role.ADMINISTRATOR) || isHeld(me, Role.SYSTEM_ADMIN));
            // registers and sign-ons serve every area, so only who runs them for all of them may
            case OPERATE_REGISTERS, OPERATE_SIGN_ON -> anything(ofTheProvince(me, Role.SYSTEM_ADMIN));
            case ANSWER_DATA_REQUEST, EXCHANGE_CATALOGUE -> anything(ofTheProvince(me, Role.ADMINISTRATOR));
            case HELP_AT_COUNTER -> Reach.of(Branch.where(BODY, bodies(me)));
            case DECIDE_GUARDIANSHIP ->
                Reach.of(Branch.where(
                        BODY,
                        bodies(me).stream()
                                .filter(body -> KNOW_FAMILIES.contains(body.replaceFirst("@.*", "")))
                                .toList()));
            // a body's by whoever serves there, a firm's by the firm: by whoever may act for it in everything, for a
            // system serves everything
            case KEEP_PARTY ->
                Reach.of(
                        Branch.where(BODY, bodies(me)),
                        Branch.where(
                                OWNER,
                                me.kind() == SignedIn.Kind.FIRM && me.scope().equals(Scope.EVERYTHING)
                                        ? Set.of(me.account().toString())
                                        : Set.of()));
            case JUDGE_PARTY -> Reach.of(governing(me, Role.SECURITY_ADMIN), ofFirms(me, Role.SECURITY_ADMIN));
            case SEE_PARTY ->
                Reach.of(
                        governing(me, Role.SECURITY_ADMIN),
                        ofFirms(me, Role.SECURITY_ADMIN),
                        governing(me, Role.SYSTEM_ADMIN),
                        ofFirms(me, Role.SYSTEM_ADMIN));
            // a login or a network is of no area
            case END_LOCK -> anything(ofTheProvince(me, Role.SECURITY_ADMIN));
            case READ_AUDIT -> Reach.of(in(me, Role.AUDIT_ADMIN));
            case WRITE_WORK -> Reach.of(governing(me, Role.EDITOR), governing(me, Role.REVIEWER));
            case KEEP_SITE, ANSWER_FEEDBACK -> Reach.of(governing(me), governing(me, Role.EDITOR));
            case REVIEW_WORK -> Reach.of(governing(me, Role.REVIEWER));
            case SEE_FINDINGS, PROPOSE_STANDARD -> Reach.of(governing(me));
            // every area's guides are public, and only side by side do they tell anything
            case SEE_DRIFT -> anything(isHeld(me, Role.ADMINISTRATOR));
            // not the level above, which proposes it
            case ANSWER_PROPOSAL -> Reach.of(Branch.where(AREA, ownAreas(me)));
        };
    }

    /** What the database is shown of somebody: the same reach a third time, for the net below. */
    public Badge badge(SignedIn me) {
        var gaps = reach(me, Deed.FILL_GAP);
        var duties = new Badge.Duties(
                reach(me, Deed.HANDLE_CASE).each(BODY),
                gaps.each(AREA),
                gaps.each(BODY),
                allows(me, Deed.ANSWER_DATA_REQUEST));
        return Badge.of(me.account(), duties);
    }

    public boolean allows(SignedIn me, Deed deed, Thing thing) {
        return reach(me, deed).covers(thing);
    }

    /** @throws Forbidden */
    public void check(SignedIn me, Deed deed, Thing thing) {
        if (!allows(me, deed, thing)) throw new Forbidden(deed + " " + thing);
    }

    /** To some thing at least: whether there is a page for it at all. */
    public boolean allows(SignedIn me, Deed deed) {
        return !reach(me, deed).isEmpty();
    }

    /** @throws Forbidden */
    public void check(SignedIn me, Deed deed) {
        if (!allows(me, deed)) throw new Forbidden(deed.toString());
    }

    private static List<String> bodies(SignedIn me) {
        return me.posts().stream()
                .filter(p -> p.role() == Role.OFFICER)
                .flatMap(p -> p.body().stream())
                .distinct()
                .toList();
    }

    /** The areas where the role is held and all below, own-level counters included. */
    private Branch in(SignedIn me, Role role) {
        return Branch.where(AREA, within(me, role).map(Area::code).distinct().toList());
    }

    private Branch governing(SignedIn me) {
        return governing(me, Role.ADMINISTRATOR);
    }

    /** The same without own-level counters, which share bodies, staff and days with the area they belong to. */
    private Branch governing(SignedIn me, Role role) {
        return Branch.where(
                AREA,
                within(me, role)
                        .filter(area -> area.level() != Area.Level.OWN_LEVEL)
                        .map(Area::code)
                        .distinct()
                        .toList());
    }

    /** Where the post of administrator is held itself; an own-level counter's is that of its area. */
    private List<String> ownAreas(SignedIn me) {
        return held(me, Role.ADMINISTRATOR)
                .map(post -> areas.get(post.area()))
                .map(area ->
                        area.level() == Area.Level.OWN_LEVEL ? area.parent().orElse(area.code()) : area.code())
                .distinct()
                .toList();
    }

    /** A firm's system belongs to no area. */
    private Branch ofFirms(SignedIn me, Role role) {
        return Branch.where(AREA, ofTheProvince(me, role) ? NONE : Set.of());
    }

    private Stream<Area> within(SignedIn me, Role role) {
        return held(me, role).flatMap(post -> areas.within(post.area()).stream());
    }

    private boolean ofTheProvince(SignedIn me, Role role) {
        return held(me, role).anyMatch(post -> areas.get(post.area()).level() == Area.Level.PROVINCE);
    }

    private static boolean isHeld(SignedIn me, Role role) {
        return held(me, role).findAny().isPresent();
    }

    private static Stream<Post> held(SignedIn me, Role role) {
        return me.posts().stream().filter(p -> p.role() == role);
    }

    /** Things without traits: all of them or none. */
    private static Reach anything(boolean may) {
        return may ? Reach.of(new Branch(java.util.Map.of(), java.util.Map.of())) : Reach.NOTHING;
    }
}

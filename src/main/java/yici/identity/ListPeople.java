package yici.identity;

import static yici.identity.Thing.Trait.AREA;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.Period;
import yici.jurisdiction.Post;
import yici.jurisdiction.Posts;
import yici.jurisdiction.PublicBody;
import yici.kit.Forbidden;
import yici.kit.Translated;

/** Who holds a post in one area, for those who answer for these posts; the look is recorded. */
@Component
class ListPeople {

    /** Some forty bodies with a handful of officers each; more than this is worked through by body in the department's own system. */
    private static final int LIMIT = 500;

    /**
     * @param where the body of an officer, the area of an administrator
     * @param mayEnd the onlooker may end it
     */
    record Member(Post post, String name, String login, Translated where, boolean me, boolean mayEnd) {
        LocalDate firstDay() {
            return TypedPeriod.firstDay(post.period());
        }

        Optional<LocalDate> lastDay() {
            return TypedPeriod.lastDay(post.period());
        }

        /** It was there before anybody asked since when. */
        boolean sinceEver() {
            return post.period().from().equals(Period.SINCE_EVER.from());
        }
    }

    /**
     * @param path from the highest area this administrator governs down to this one
     * @param below the areas right below, each with its own list
     * @param roles those this administrator can appoint to here
     * @param bodies those an officer can be appointed to
     */
    record People(
            Area area,
            List<Area> path,
            List<Area> below,
            List<Post.Role> roles,
            List<PublicBody> bodies,
            List<Member> members) {}

    private final Accounts accounts;
    private final Policy policy;
    private final Areas areas;
    private final Bodies bodies;
    private final Posts posts;
    private final AuditLog audit;
    private final Clock clock;

    ListPeople(Accounts accounts, Policy policy, Areas areas, Bodies bodies, Posts posts, AuditLog audit, Clock clock) {
        this.accounts = accounts;
        this.policy = policy;
        this.areas = areas;
        this.bodies = bodies;
        this.posts = posts;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    People in(SignedIn me, String code) {
        var seen = roles(me, Deed.SEE_POST, code);
        if (seen.isEmpty()) throw new Forbidden("people of " + code);

        audit.record(me.did(IdentityAct.PEOPLE_LISTED, "area:" + code, "", clock.instant()));
        var roles = roles(me, Deed.MANAGE_POST, code);
        return new People(
                areas.get(code),
                pathOf(me, code),
                below(code),
                roles,
                roles.contains(Post.Role.OFFICER) ? bodies.of(code) : List.of(),
                members(me, code, seen));
    }

    /** Where this administrator begins: the highest area of the own posts. */
    String beginning(SignedIn me) {
        var reach = policy.reach(me, Deed.SEE_POST).each(AREA);
        return areas.all().stream()
                .map(Area::code)
                .filter(reach::contains)
                .min(Comparator.comparing(code -> areas.path(code).size()))
                .orElseThrow(() -> new Forbidden("people"));
    }

    private List<Post.Role> roles(SignedIn me, Deed deed, String area) {
        var reach = policy.reach(me, deed);
        return Stream.of(Post.Role.values())
                .filter(role -> reach.covers(new Thing("", "", area, role.name())))
                .toList();
    }

    private List<Area> pathOf(SignedIn me, String code) {
        var reach = policy.reach(me, Deed.SEE_POST).each(AREA);
        return areas.path(code).stream()
                .filter(above -> reach.contains(above.code()))
                .toList();
    }

    /** Own-level nodes share bodies and staff with the area they belong to. */
    private List<Area> below(String code) {
        return areas.children(code).stream()
                .filter(child -> child.level() != Area.Level.OWN_LEVEL)
                .toList();
    }

    private List<Member> members(SignedIn me, String code, List<Post.Role> seen) {
        var held = posts.in(code, seen, LIMIT);
        var managed = policy.reach(me, Deed.MANAGE_POST);
        var byId = accounts.find(held.stream().map(Post::account).collect(Collectors.toSet())).stream()
                .collect(Collectors.<Account, UUID, Account>toMap(Account::id, Function.identity()));
        return held.stream()
                .filter(post -> byId.containsKey(post.account()))
                .map(post -> member(me, managed, post, byId))
                .toList();
    }

    private Member member(SignedIn me, Reach managed, Post post, Map<UUID, Account> byId) {
        var account = Objects.requireNonNull(byId.get(post.account()));
        var where = post.body()
                .map(body -> bodies.get(body).name())
                .orElseGet(() -> areas.get(post.area()).name());
        return new Member(
                post,
                account.name(),
                account.login(),
                where,
                account.id().equals(me.person()),
                managed.covers(EndPost.thing(post)));
    }
}

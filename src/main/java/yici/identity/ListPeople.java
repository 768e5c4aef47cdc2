package yici.identity;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.Post;
import yici.jurisdiction.Posts;
import yici.jurisdiction.PublicBody;
import yici.kit.Forbidden;
import yici.kit.Translated;

/** Who holds a post in one area, for its administrators and those above; the look is recorded. */
@Component
class ListPeople {

    /** Some forty bodies with a handful of officers each; more than this is worked through by body in the department's own system. */
    private static final int LIMIT = 500;

    /** @param where the body of an officer, the area of an administrator */
    record Member(Post post, String name, String login, Translated where, boolean me) {}

    /**
     * @param path from the highest area this administrator governs down to this one
     * @param below the areas right below, each with its own list
     * @param bodies those an officer can be appointed to
     */
    record People(Area area, List<Area> path, List<Area> below, List<PublicBody> bodies, List<Member> members) {}

    private final Accounts accounts;
    private final Areas areas;
    private final Bodies bodies;
    private final Posts posts;
    private final AuditLog audit;
    private final Clock clock;

    ListPeople(Accounts accounts, Areas areas, Bodies bodies, Posts posts, AuditLog audit, Clock clock) {
        this.accounts = accounts;
        this.areas = areas;
        this.bodies = bodies;
        this.posts = posts;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    People in(SignedIn me, String code) {
        if (!me.administersIn(areas, code)) throw new Forbidden("people of " + code);

        audit.record(me.did(IdentityAct.PEOPLE_LISTED, "area:" + code, "", clock.instant()));
        var area = areas.get(code);
        return new People(area, pathOf(me, code), below(code), bodies.of(code), members(me, code));
    }

    private List<Area> pathOf(SignedIn me, String code) {
        return areas.path(code).stream()
                .dropWhile(above -> !me.administers().contains(above.code()))
                .toList();
    }

    /** Own-level nodes share bodies and staff with the area they belong to. */
    private List<Area> below(String code) {
        return areas.children(code).stream()
                .filter(child -> child.level() != Area.Level.OWN_LEVEL)
                .toList();
    }

    private List<Member> members(SignedIn me, String code) {
        var held = posts.in(code, LIMIT);
        var byId = accounts.find(held.stream().map(Post::account).collect(Collectors.toSet())).stream()
                .collect(Collectors.<Account, UUID, Account>toMap(Account::id, Function.identity()));
        return held.stream()
                .filter(post -> byId.containsKey(post.account()))
                .map(post -> member(me, post, byId))
                .toList();
    }

    private Member member(SignedIn me, Post post, java.util.Map<UUID, Account> byId) {
        var account = java.util.Objects.requireNonNull(byId.get(post.account()));
        var where = post.body()
                .map(body -> bodies.get(body).name())
                .orElseGet(() -> areas.get(post.area()).name());
        return new Member(
                post, account.name(), account.login(), where, account.id().equals(me.person()));
    }
}

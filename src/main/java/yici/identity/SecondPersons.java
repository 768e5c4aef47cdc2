package yici.identity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Post;
import yici.jurisdiction.Post.Role;
import yici.jurisdiction.Posts;

/**
 * Who confirms what a colleague asked for: a security administrator of the area or above, who neither asked nor is the one it is about. Where
 * there is no other, an audit administrator does, whose only deed beside reading this is.
 */
@Component
class SecondPersons {

    private static final int MOST = 200;

    private final Areas areas;
    private final Posts posts;
    private final Clock clock;

    SecondPersons(Areas areas, Posts posts, Clock clock) {
        this.areas = areas;
        this.posts = posts;
        this.clock = clock;
    }

    Set<UUID> of(String area, UUID asker, Optional<UUID> about) {
        var concerned = Stream.concat(Stream.of(asker), about.stream()).toList();
        return among(held(area, Role.SECURITY_ADMIN), held(area, Role.AUDIT_ADMIN), concerned);
    }

    static Set<UUID> among(List<UUID> security, List<UUID> audit, List<UUID> concerned) {
        var others = without(security, concerned);
        return others.isEmpty() ? without(audit, concerned) : others;
    }

    private static Set<UUID> without(List<UUID> all, List<UUID> concerned) {
        return Set.copyOf(all.stream().filter(id -> !concerned.contains(id)).toList());
    }

    /** Whether anybody but this one audits the area now. */
    boolean isAuditedBeside(UUID account, String area) {
        return held(area, Role.AUDIT_ADMIN).stream().anyMatch(other -> !other.equals(account));
    }

    private List<UUID> held(String area, Role role) {
        var now = clock.instant();
        return areas.path(area).stream()
                .map(Area::code)
                .flatMap(code -> posts.in(code, List.of(role), MOST).stream())
                .filter(post -> post.period().contains(now))
                .map(Post::account)
                .distinct()
                .toList();
    }
}

package yici.delegation;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import yici.identity.SignedIn;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Post;
import yici.jurisdiction.Posts;

/** Who can confirm: another administrator of the giver's area or above. */
@Component
class Witnesses {

    private static final int MOST = 200;

    private final Areas areas;
    private final Posts posts;
    private final Clock clock;

    Witnesses(Areas areas, Posts posts, Clock clock) {
        this.areas = areas;
        this.posts = posts;
        this.clock = clock;
    }

    boolean anybodyBeside(SignedIn me, String area) {
        var now = clock.instant();
        return areas.path(area).stream()
                .flatMap(above -> posts.in(above.code(), List.of(Post.Role.ADMINISTRATOR), MOST).stream())
                .anyMatch(post -> post.period().contains(now) && !post.account().equals(me.person()));
    }
}

package yici.identity;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Post;
import yici.jurisdiction.Posts;
import yici.kit.Forbidden;

/** An administrator ends a post in the own area or below; it counts no more from the next click on. */
@Component
class EndPost {

    sealed interface Outcome {
        record Ended() implements Outcome {}

        /** Another administrator was quicker. */
        record NotHeld() implements Outcome {}

        /** Else an area could lose its only administrator by one click. */
        record OwnPost() implements Outcome {}
    }

    private final Areas areas;
    private final Posts posts;
    private final AuditLog audit;
    private final Clock clock;

    EndPost(Areas areas, Posts posts, AuditLog audit, Clock clock) {
        this.areas = areas;
        this.posts = posts;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Outcome end(SignedIn me, Post post) {
        if (!me.administersIn(areas, post.area())) throw new Forbidden("end " + post);
        if (post.account().equals(me.person())) return new Outcome.OwnPost();
        if (!posts.takeWithin(me.administers(), post)) return new Outcome.NotHeld();

        audit.record(me.did(
                IdentityAct.POST_ENDED,
                "account:" + post.account(),
                post.role() + " " + post.body().orElse(post.area()),
                clock.instant()));
        return new Outcome.Ended();
    }
}

package yici.identity;

import static yici.identity.Thing.Trait.AREA;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.jurisdiction.Post;
import yici.jurisdiction.Posts;

/** Who may give a post may end it; it counts no more from the next click on. */
@Component
class EndPost {

    sealed interface Outcome {
        record Ended() implements Outcome {}

        /** Another administrator was quicker. */
        record NotHeld() implements Outcome {}

        /** Else an area could lose its only administrator by one click. */
        record OwnPost() implements Outcome {}

        /** Who would confirm what the last security administrator asks for? */
        record LastAuditor() implements Outcome {}
    }

    private final Policy policy;
    private final Posts posts;
    private final SecondPersons secondPersons;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EndPost(
            Policy policy,
            Posts posts,
            SecondPersons secondPersons,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.policy = policy;
        this.posts = posts;
        this.secondPersons = secondPersons;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    Outcome end(SignedIn me, Post post) {
        policy.check(me, Deed.SEE_POST, thing(post));
        if (post.account().equals(me.person())) return new Outcome.OwnPost();
        policy.check(me, Deed.MANAGE_POST, thing(post));
        if (post.role() == Post.Role.AUDIT_ADMIN && !secondPersons.isAuditedBeside(post.account(), post.area()))
            return new Outcome.LastAuditor();
        if (!posts.endWithin(policy.reach(me, Deed.MANAGE_POST).each(AREA), post)) return new Outcome.NotHeld();

        audit.record(me.did(
                IdentityAct.POST_ENDED,
                "account:" + post.account(),
                post.role() + " " + post.body().orElse(post.area()),
                clock.instant()));
        events.publishEvent(new PostEnded(post));
        return new Outcome.Ended();
    }

    static Thing thing(Post post) {
        return new Thing(
                post.account().toString(),
                post.body().orElse(""),
                post.area(),
                post.role().name());
    }
}

package yici.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import yici.audit.AuditLog;
import yici.casework.Looked;
import yici.identity.SignedIn;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.Post;
import yici.jurisdiction.Posts;
import yici.jurisdiction.PublicBody;
import yici.kit.Translated;

/** The ledger: who opened which of my files, when and what for. Names of officers stay with the audit; the person reads the authority. */
@Component
class WhoLooked {

    static final int PER_PAGE = 50;

    /**
     * @param body the authority; empty when the officer holds no post any more
     * @param number of the application; empty when it was something else
     * @param what a key of words: a case, a file, a paper, a request
     */
    record Look(Instant at, Optional<Translated> body, String number, String what) {}

    /** @param next the place to go on from; empty at the end */
    record Ledger(List<Look> looks, boolean first, Optional<Long> next) {}

    private final AuditLog audit;
    private final Looked looked;
    private final Posts posts;
    private final Bodies bodies;

    WhoLooked(AuditLog audit, Looked looked, Posts posts, Bodies bodies) {
        this.audit = audit;
        this.looked = looked;
        this.posts = posts;
        this.bodies = bodies;
    }

    Ledger of(SignedIn me, long before) {
        var found = audit.looks("account:" + me.account(), before, PER_PAGE + 1);
        var shown = found.stream().limit(PER_PAGE).toList();
        return new Ledger(
                shown.stream().map(look -> line(me, look)).toList(),
                before == Long.MAX_VALUE,
                found.size() > PER_PAGE ? Optional.of(shown.getLast().id()) : Optional.empty());
    }

    private Look line(SignedIn me, AuditLog.Look look) {
        var event = look.event();
        var at = looked.at(me.account(), event.subject());
        var body = at.flatMap(Looked.Case::body).or(() -> bodyOf(event.actor()));
        return new Look(
                event.at(),
                body.flatMap(bodies::find).map(PublicBody::name),
                at.map(Looked.Case::number).orElse(""),
                "privacy.looks."
                        + event.act().code().substring(event.act().code().indexOf('.') + 1));
    }

    private Optional<String> bodyOf(String actor) {
        if (!actor.startsWith("account:")) return Optional.empty();
        var account = UUID.fromString(actor.substring("account:".length()));
        return posts.of(account).stream()
                .flatMap((Post post) -> post.body().stream())
                .findFirst();
    }
}

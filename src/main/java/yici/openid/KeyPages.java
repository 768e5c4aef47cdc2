package yici.openid;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.kit.Page;
import yici.kit.View;

/** The signing keys as whoever runs the product sees them, and their change by hand. */
@Controller
class KeyPages {

    /** @param stage key of the words {@code openid.keys.<stage>} */
    record Key(
            String kid,
            String algorithm,
            String stage,
            Instant publishedAt,
            Optional<Instant> signsFrom,
            Optional<Instant> signsUntil) {}

    /** @param done when the new keys sign; @param early when they may at the earliest */
    record Shown(List<Key> keys, Optional<Instant> done, Optional<Instant> early) {}

    private final SigningKeys keys;
    private final RotateKeys rotate;
    private final Policy policy;
    private final Clock clock;

    KeyPages(SigningKeys keys, RotateKeys rotate, Policy policy, Clock clock) {
        this.keys = keys;
        this.rotate = rotate;
        this.policy = policy;
        this.clock = clock;
    }

    @GetMapping("/admin/sign-on-keys")
    Page keys(View view, SignedIn me) {
        policy.check(me, Deed.OPERATE_SIGN_ON);
        return page(200, view, Optional.empty(), Optional.empty());
    }

    @PostMapping("/admin/sign-on-keys/switch")
    Page change(View view, SignedIn me) {
        policy.check(me, Deed.OPERATE_SIGN_ON);
        return switch (rotate.byHand(me.asActor(), me.personName(), "by hand")) {
            case RotateKeys.Outcome.Switched(var at) -> page(200, view, Optional.of(at), Optional.empty());
            case RotateKeys.Outcome.TooEarly(var from) -> page(422, view, Optional.empty(), Optional.of(from));
        };
    }

    private Page page(int status, View view, Optional<Instant> done, Optional<Instant> early) {
        var now = clock.instant();
        var shown = new Shown(keys.all().stream().map(key -> key(key, now)).toList(), done, early);
        return Page.of(status, out -> JtekeysGenerated.render(out, Page.PLAIN, view, shown));
    }

    private static Key key(SigningKey key, Instant now) {
        return new Key(
                key.kid(),
                key.algorithm().getName(),
                key.stage(now).name().toLowerCase(Locale.ROOT),
                key.publishedAt(),
                key.signsFrom(),
                key.signsUntil());
    }
}

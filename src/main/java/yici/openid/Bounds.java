package yici.openid;

import java.time.Duration;

/** How long things last and how large they may be. */
final class Bounds {

    static final Duration CODE = Duration.ofSeconds(60);
    static final Duration ACCESS = Duration.ofMinutes(15);
    static final Duration ID_TOKEN = Duration.ofMinutes(5);
    static final Duration PUSHED = Duration.ofSeconds(60);
    static final Duration DEVICE = Duration.ofMinutes(10);

    /** Somebody may take this long to sign in between a party's question and our answer. */
    static final Duration REQUEST = Duration.ofMinutes(30);

    /** No longer than a sign-on session lasts, which ends it anyway. */
    static final Duration FAMILY = Duration.ofHours(12);

    /** How far another machine's clock may be from ours. */
    static final Duration SKEW = Duration.ofSeconds(90);

    /** The profile for departments refuses what is more than a minute in the future (FAPI 2.0, 5.3.2.1). */
    static final Duration FUTURE_FAPI = Duration.ofSeconds(60);

    /** A proof is made for one request. */
    static final Duration PROOF = Duration.ofSeconds(120);

    /** An assertion that is good for longer would have to be remembered for longer. */
    static final Duration ASSERTION = Duration.ofHours(1);

    static final int TOKEN = 8_000;
    static final int PARAMETER = 2_000;
    static final int CLAIMS = 2_000;
    static final int CLAIMS_DEPTH = 4;
    static final int CLAIMS_ASKED = 40;
    static final int REQUEST_CHARACTERS = 6_000;
    static final int DEVICES_WAITING = 1_000;

    private Bounds() {}
}

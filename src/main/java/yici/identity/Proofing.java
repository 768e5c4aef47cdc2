package yici.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * One time the province came to know better whose account it is.
 *
 * @param by the officer, register or service
 * @param expires such as when the document seen does
 */
public record Proofing(Method method, Trust level, Instant at, String by, Optional<Instant> expires) {

    public enum Method {
        SELF_ASSERTED(Trust.LEVEL_2),
        REGISTER_MATCH(Trust.LEVEL_3),
        FACE_MATCH(Trust.LEVEL_4),
        /** Signed in at another provider that has proofed the person. */
        UPSTREAM(Trust.LEVEL_4),
        /** An officer compared person and document. */
        COUNTER(Trust.LEVEL_5),
        /** A certificate bound to the person. */
        CERTIFICATE(Trust.LEVEL_5);

        private final Trust level;

        Method(Trust level) {
            this.level = level;
        }

        public Trust level() {
            return level;
        }
    }

    boolean validAt(Instant now) {
        return expires.map(now::isBefore).orElse(true);
    }
}

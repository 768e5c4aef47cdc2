package yici.identity;

import java.time.Instant;
import java.util.List;

/**
 * One time a person showed who they are, within a session.
 *
 * @param at to the second
 * @param authenticator which of several: the id of a passkey, the name of an identity provider; may be empty
 */
public record Proof(Method method, Instant at, String authenticator) {

    /** What was shown, and its name in {@code amr} (RFC 8176, and ours where it has none). */
    public enum Method {
        PASSWORD("pwd"),
        ONE_TIME_CODE("otp"),
        TOTP("otp"),
        /** One of ten on paper, for the day the device is lost. */
        RECOVERY_CODE("otp"),
        /** Used with verification of the user; without it none is taken. */
        PASSKEY("hwk"),
        /** Signed in at the national platform or another provider. */
        UPSTREAM("fed"),
        /** An officer compared the person with the document. */
        COUNTER("in-person");

        private final String amr;

        Method(String amr) {
            this.amr = amr;
        }

        public String amr() {
            return amr;
        }
    }

    /** What a session is worth that has shown all this: a password alone level 3, with a second factor 4, a passkey 5. */
    static Trust worth(List<Proof> proofs) {
        if (has(proofs, Method.PASSKEY) || has(proofs, Method.COUNTER)) return Trust.LEVEL_5;
        boolean knows = has(proofs, Method.PASSWORD);
        boolean sms = has(proofs, Method.ONE_TIME_CODE);
        boolean device = has(proofs, Method.TOTP) || has(proofs, Method.RECOVERY_CODE);
        if (knows && (sms || device) || sms && device) return Trust.LEVEL_4;
        return Trust.most(upstream(proofs), knows || sms ? Trust.LEVEL_3 : Trust.LEVEL_2);
    }

    /** What signing in elsewhere was worth, which stands behind the provider's name: {@code national/4}. Level 5 is only what was seen here. */
    private static Trust upstream(List<Proof> proofs) {
        return proofs.stream()
                .filter(proof -> proof.method() == Method.UPSTREAM)
                .map(proof -> proof.authenticator().matches(".*/[2-4]")
                        ? Trust.of(proof.authenticator()
                                        .charAt(proof.authenticator().length() - 1)
                                - '0')
                        : Trust.LEVEL_2)
                .reduce(Trust.LEVEL_2, Trust::most);
    }

    /** What staff has to show beside a password: something that is on a device in the person's hand. */
    static boolean staffFactor(List<Proof> proofs) {
        return has(proofs, Method.TOTP) || has(proofs, Method.PASSKEY);
    }

    /** Lets staff who have lost the device in as far as their own account, to set up another. */
    static boolean staffFactorOrPaper(List<Proof> proofs) {
        return staffFactor(proofs) || has(proofs, Method.RECOVERY_CODE);
    }

    private static boolean has(List<Proof> proofs, Method method) {
        return proofs.stream().anyMatch(proof -> proof.method() == method);
    }

    /** As the session's row keeps it. */
    String text() {
        return method + " " + at.getEpochSecond() + " " + authenticator;
    }

    static Proof read(String text) {
        var parts = text.split(" ", 3);
        return new Proof(Method.valueOf(parts[0]), Instant.ofEpochSecond(Long.parseLong(parts[1])), parts[2]);
    }
}

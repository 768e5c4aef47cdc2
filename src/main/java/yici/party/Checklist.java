package yici.party;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import yici.openid.PartyFigures.Line;
import yici.openid.PartyFigures.What;
import yici.openid.RelyingParty;

/**
 * How a system does, by what was really seen of it.
 *
 * @param signOns in the time looked at
 * @param errors by code, the most frequent first
 * @param lastUse empty when nobody signed on
 */
record Checklist(List<Check> checks, List<Fault> errors, long signOns, Optional<Instant> lastUse, Logouts logouts) {

    enum State {
        GOOD,
        NOT_SEEN,
        WRONG
    }

    /** @param key of the words {@code party.check.<key>}; @param of how often it could have been */
    record Check(String key, State state, long times, long of) {}

    /** @param advice key of the words {@code party.advice.<…>} */
    record Fault(String code, long times, Instant last, String said, String advice) {}

    record Logouts(long heard, long failed, String said) {}

    private static final Set<String> ADVISED = Set.of(
            "invalid_request",
            "invalid_client",
            "invalid_grant",
            "invalid_scope",
            "unauthorized_client",
            "invalid_dpop_proof",
            "unsupported_response_type",
            "login_required",
            "consent_required",
            "access_denied",
            "interaction_required",
            "unmet_authentication_requirements");

    static Checklist of(RelyingParty party, List<Line> lines) {
        return new Checklist(
                checks(party, latest(lines), lines),
                errors(lines),
                times(lines, What.SIGNED_ON),
                last(lines, What.SIGNED_ON),
                new Logouts(
                        times(lines, What.LOGOUT_HEARD),
                        times(lines, What.LOGOUT_FAILED),
                        lines.stream()
                                .filter(line -> line.what() == What.LOGOUT_FAILED)
                                .max(Comparator.comparing(Line::lastAt))
                                .map(Line::said)
                                .orElse("")));
    }

    /** Whether production can be asked for: everything there is to see was seen. */
    boolean complete() {
        return checks.stream().allMatch(check -> check.state() == State.GOOD);
    }

    /** Of the last day on which somebody signed on: who has put something right is not held to last week. */
    private static List<Line> latest(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.what() == What.SIGNED_ON)
                .map(Line::day)
                .max(Comparator.naturalOrder())
                .map(day ->
                        lines.stream().filter(line -> !line.day().isBefore(day)).toList())
                .orElse(List.of());
    }

    private static List<Check> checks(RelyingParty party, List<Line> lines, List<Line> ever) {
        long signedOn = times(lines, What.SIGNED_ON);
        long redeemed = times(lines, What.REDEEMED);
        boolean department = Kind.of(party) == Kind.KEYS;
        var checks = new ArrayList<Check>();
        checks.add(new Check("signed-on", signedOn > 0 ? State.GOOD : State.NOT_SEEN, signedOn, signedOn));
        if (department) checks.add(always("push", times(lines, What.WITH_PUSH), signedOn));
        if (!party.withoutPkce()) checks.add(always("pkce", times(lines, What.WITH_PKCE), signedOn));
        checks.add(always("state", times(lines, What.WITH_STATE), signedOn));
        checks.add(always("nonce", times(lines, What.WITH_NONCE), signedOn));
        checks.add(new Check("redeemed", redeemed > 0 ? State.GOOD : State.NOT_SEEN, redeemed, signedOn));
        if (department) checks.add(always("proof", times(lines, What.WITH_PROOF), redeemed));
        checks.add(logout(party, ever));
        return checks;
    }

    /** Once left out is once unprotected. */
    private static Check always(String key, long seen, long of) {
        if (of == 0) return new Check(key, State.NOT_SEEN, 0, 0);
        return new Check(key, seen >= of ? State.GOOD : State.WRONG, seen, of);
    }

    /** As it is now: the last answer counts. */
    private static Check logout(RelyingParty party, List<Line> lines) {
        long heard = times(lines, What.LOGOUT_HEARD);
        long failed = times(lines, What.LOGOUT_FAILED);
        if (party.backchannelLogoutUri().isEmpty()) return new Check("no-logout", State.WRONG, 0, 0);
        var ok = last(lines, What.LOGOUT_HEARD);
        var bad = last(lines, What.LOGOUT_FAILED);
        if (ok.isEmpty() && bad.isEmpty()) return new Check("logout", State.NOT_SEEN, 0, 0);
        boolean good = ok.isPresent() && bad.map(at -> !at.isAfter(ok.get())).orElse(true);
        return new Check("logout", good ? State.GOOD : State.WRONG, heard, heard + failed);
    }

    private static List<Fault> errors(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.what() == What.REFUSED)
                .map(Line::code)
                .distinct()
                .map(code -> fault(code, lines))
                .sorted(Comparator.comparingLong(Fault::times).reversed())
                .toList();
    }

    private static Fault fault(String code, List<Line> lines) {
        var of = lines.stream()
                .filter(line -> line.what() == What.REFUSED && line.code().equals(code))
                .toList();
        var last = of.stream().max(Comparator.comparing(Line::lastAt)).orElseThrow();
        return new Fault(
                code,
                of.stream().mapToLong(Line::times).sum(),
                last.lastAt(),
                last.said(),
                ADVISED.contains(code) ? code : "other");
    }

    private static long times(List<Line> lines, What what) {
        return lines.stream()
                .filter(line -> line.what() == what)
                .mapToLong(Line::times)
                .sum();
    }

    private static Optional<Instant> last(List<Line> lines, What what) {
        return lines.stream()
                .filter(line -> line.what() == what)
                .map(Line::lastAt)
                .max(Comparator.naturalOrder());
    }
}

package yici.linter;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import yici.catalogue.Implementation;
import yici.catalogue.Service;

/** What one takes home, and how the matter is handled until then. What the list does not say is not judged. */
final class Outcomes {

    private static final Pattern AT_ONCE = Pattern.compile("即办件|即审即办|IMMEDIATE");
    private static final Pattern REPLY = Pattern.compile(".*(?:批复|批文)(?:[（(].*)?");
    private static final Pattern LICENCE = Pattern.compile(".*(?:证|证书|执照)(?:[（(].*)?");
    private static final Pattern PAPER = Pattern.compile(".*(?:文|文书|通知书|决定书)(?:[（(].*)?");
    private static final Pattern SAYS_REPLY = Pattern.compile(".*(?:批|APPROVAL).*");
    private static final Pattern SAYS_LICENCE = Pattern.compile(".*(?:证|LICENCE|LICENSE).*");

    private Outcomes() {}

    /** R2. 承诺件、前审后批: its codes do not call it immediate, and somebody examines before somebody decides. */
    static void promisedYetAtOnce(Service service, Found found) {
        if (service.immediate()) return;
        var more = service.implementation();
        for (var code : more.codes())
            found.when(
                    AT_ONCE.matcher(code.code() + code.label()).find(),
                    "implementation/codes/" + code.key(),
                    (code.code() + " " + code.label()).strip());
        found.when(
                more.steps().size() == 1,
                "implementation/steps",
                more.steps().stream().map(Implementation.Step::name).findFirst().orElse(""));
    }

    /** R3 */
    static void otherType(Service service, Found found) {
        for (var outcome : service.implementation().outcomes())
            found.when(
                    !outcome.type().isBlank() && isOtherThanItsName(outcome),
                    "implementation/outcomes/" + outcome.name() + "/type",
                    outcome.name() + " · " + outcome.type());
    }

    private static boolean isOtherThanItsName(Implementation.Outcome outcome) {
        var name = outcome.name().strip().replaceAll("[；;。]$", "");
        boolean reply = SAYS_REPLY.matcher(outcome.type()).matches();
        boolean licence = SAYS_LICENCE.matcher(outcome.type()).matches();
        if (REPLY.matcher(name).matches()) return !reply;
        if (LICENCE.matcher(name).matches()) return !licence;
        return PAPER.matcher(name).matches() && licence;
    }

    /** R13 */
    static void withoutSample(Service service, Found found) {
        for (var outcome : service.implementation().outcomes())
            found.when(
                    Said.something(outcome.name()) && !Said.something(outcome.sample()),
                    "implementation/outcomes/" + outcome.name() + "/sample",
                    outcome.name());
    }

    /** R12. Steps together take no longer than is promised; a special procedure stands beside the clock. */
    static void stepsBeyondThePromise(Service service, Found found) {
        int steps = service.implementation().steps().stream()
                .filter(step -> !step.special())
                .flatMap(step -> step.limit().stream())
                .filter(limit -> limit.unit() == service.promised().unit())
                .mapToInt(limit -> limit.value())
                .sum();
        found.when(
                steps > service.promised().value(),
                "implementation/steps",
                steps + " > " + Limits.text(service.promised()));
    }

    /** R14. What is paid online, and what for by which rule. */
    static void fees(Service service, Found found) {
        var more = service.implementation();
        found.when(
                !service.charged() && more.onlinePayment().orElse(false),
                "implementation/onlinePayment",
                service.name().zh());
        for (var fee : more.feeLines())
            found.when(
                    Stream.of(fee.standard(), fee.basis()).anyMatch(said -> !Said.something(said)),
                    "implementation/feeLines/" + fee.name(),
                    fee.name());
    }
}

package yici.identity;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/**
 * What the page shows that asks a person to show more.
 *
 * @param ways that would be enough, the one shown first; empty when the person has none
 * @param way which of them is shown
 * @param sentTo where a code has just been sent, masked; empty before
 * @param reachableBy where a code would be sent, masked; empty when there is nowhere
 * @param notProofed the account itself was not checked as far as the step asks
 * @param own what another room shows for its way; empty when the way is one of these pages
 * @param problem key of words; may be empty
 */
record StepUpForm(
        Asked asked,
        List<Proof.Method> ways,
        Proof.Method way,
        String sentTo,
        String reachableBy,
        boolean notProofed,
        boolean second,
        Optional<Content> own,
        String problem,
        String argument) {

    /**
     * What is asked for and where it goes on afterwards; every form of the page carries it along, and believes nothing of it: the step
     * itself asks again.
     *
     * @param to an address of ours; empty for the person's own pages
     * @param kept what was typed, sealed; may be empty
     * @param level number of the level of trust the step needs
     * @param shown number of the level what was shown has to be worth
     * @param age in seconds, how old the last proof may be; empty when it does not matter
     */
    record Asked(String to, String kept, int level, int shown, String age) {

        static Asked of(StepUp problem, String to, String kept) {
            return new Asked(
                    to,
                    kept,
                    problem.needed().number(),
                    problem.shown().number(),
                    problem.maxAge().map(age -> "" + age.toSeconds()).orElse(""));
        }

        /** As a form carried it along. */
        static Asked of(HttpServletRequest request) {
            return new Asked(
                    BackTo.orElse(field(request, "to"), ""),
                    field(request, "kept"),
                    number(field(request, "level")),
                    number(field(request, "shown")),
                    field(request, "age"));
        }

        private static String field(HttpServletRequest request, String name) {
            return Optional.ofNullable(request.getParameter(name)).orElse("");
        }

        /** Nothing asked for is the least there is, and what is no level is the most. */
        private static int number(String typed) {
            if (typed.isEmpty()) return 2;
            return typed.matches("[2-5]") ? Integer.parseInt(typed) : 5;
        }

        /** Only what the way in itself asks for. */
        static Asked toArrive(String to, String kept) {
            return new Asked(to, kept, 2, 2, "");
        }

        Trust needed() {
            return level >= 2 && level <= 5 ? Trust.of(level) : Trust.LEVEL_5;
        }

        Trust worth() {
            return shown >= 2 && shown <= 5 ? Trust.of(shown) : Trust.LEVEL_5;
        }
    }
}

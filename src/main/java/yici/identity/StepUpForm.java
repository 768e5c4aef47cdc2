package yici.identity;

import java.util.List;

/**
 * What the page shows that asks a person to show more.
 *
 * @param ways that would be enough, the one shown first; empty when the person has none
 * @param way which of them is shown
 * @param sentTo where a code has just been sent, masked; empty before
 * @param reachableBy where a code would be sent, masked; empty when there is nowhere
 * @param notProofed the account itself was not checked as far as the step asks
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

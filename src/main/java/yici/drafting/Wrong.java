package yici.drafting;

import yici.catalogue.Soundness;
import yici.form.Feel;
import yici.kit.View;

/** Why something typed is not taken, and the way out, in the reader's words. */
sealed interface Wrong {

    String say(View view);

    enum Flaw implements Wrong {
        EMPTY,
        NOT_A_NUMBER,
        TOO_LONG,
        NOT_OFFERED,
        NO_REASON,
        /** An effect speaks of a thing it cannot be about. */
        NOT_ABOUT_THIS,
        NO_VALUE,
        NO_CODE,
        NO_CHOICES,
        NO_STOP,
        NO_STEP,
        THERE_ALREADY,
        NO_SHORT_NAME;

        String words() {
            return "drafting.flaw." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        @Override
        public String say(View view) {
            return view.t(words());
        }
    }

    /** Things of a guide that would no longer hold together. @param names of content, in Chinese */
    record Tangle(String words, java.util.List<String> names) implements Wrong {
        static Tangle of(Soundness.Tangle tangle) {
            return new Tangle(tangle.words(), tangle.names());
        }

        @Override
        public String say(View view) {
            return view.t(words, names.toArray());
        }
    }

    /** A rule that cannot be read: where, why, and what could stand there. */
    record NotFeel(Feel.Reading.Refused refused) implements Wrong {
        @Override
        public String say(View view) {
            var where = refused.what().isEmpty()
                    ? view.t("form.feel.at-end")
                    : view.t("form.feel.at", refused.at(), refused.what());
            var why = view.t(refused.flaw().words(), refused.what(), refused.help());
            boolean like =
                    refused.flaw() == Feel.Flaw.UNKNOWN_NAME && !refused.help().isEmpty();
            return where + " " + (like ? view.t("form.feel.like", refused.help()) + " " : "") + why;
        }
    }
}

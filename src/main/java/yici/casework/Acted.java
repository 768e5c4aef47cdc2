package yici.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import yici.calendar.LegalClock;
import yici.form.FieldError;
import yici.kit.Translated;

/** What can come of an officer's act on a case. */
sealed interface Acted {

    /** It is done; also when the same officer sends it twice. */
    record Done(CaseState state) implements Acted {}

    /** Somebody else has it open. */
    record HeldBy(String name, Instant until) implements Acted {}

    /** Somebody was faster. */
    record AlreadyDecided(CaseState state, String by, Instant when) implements Acted {}

    /** Not from where it stands. */
    record NotNow(CaseState state) implements Acted {}

    /** Everything that is missing is asked for once; it was. */
    record AskedBefore(Instant at) implements Acted {}

    /** The five working days passed in silence: it counts as accepted since that day. */
    record CountsAsAccepted(LocalDate since) implements Acted {}

    /** Values to hand over are missing or wrong, by element. */
    record Incomplete(Map<String, FieldError> errors) implements Acted {}

    /** 容缺: nothing is granted while a document is owed. */
    record StillOwed(List<Debt> owed) implements Acted {}

    /** It has to be put before the public first; accepting it does. */
    record NoticeFirst(Translated notice) implements Acted {}

    /** A public notice takes its whole time. */
    record NoticeRuns(LocalDate until) implements Acted {}

    /** Nothing is granted while an objection waits for its answer. */
    record ObjectionsOpen(int count) implements Acted {}

    /** The law gives no special procedure like this. */
    record MayNotStop(LegalClock.Pausing.Refused why) implements Acted {}

    /** The law gives no extension like this. */
    record MayNotExtend(LegalClock.Extending.Refused why) implements Acted {}

    /** @param what reason, body, asked, cause, planned, days */
    record Missing(String what) implements Acted {}
}

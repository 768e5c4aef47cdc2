package yici.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A stretch that is not the authority's time. The day it was told still belongs to the authority, the day it ended belongs to the pause.
 *
 * @param told when the person was told, in the province's time
 * @param planned the end that was named
 * @param ended when the time ran again; empty while it stands still
 */
public record Pause(
        Cause cause,
        Article article,
        LocalDateTime told,
        Optional<LocalDateTime> planned,
        Optional<LocalDateTime> ended) {

    /** Where only days are known, they are whole days even for a limit in hours. */
    static final LocalTime DAY_IS_OVER = LocalTime.of(23, 59, 59);

    public Pause {
        if (planned.filter(told::isAfter).isPresent()
                || ended.filter(told::isAfter).isPresent())
            throw new IllegalArgumentException("a pause ends before it began: " + told);
    }

    public static Pause of(Cause cause, LocalDate told, Optional<LocalDate> planned, Optional<LocalDate> ended) {
        return new Pause(cause, cause.article(), over(told), planned.map(Pause::over), ended.map(Pause::over));
    }

    /** When the time runs again, as far as that is certain. */
    public Optional<LocalDateTime> end() {
        return ended.isPresent() || !cause.resumesByItself() ? ended : planned;
    }

    Pause endingAt(LocalDateTime at) {
        return new Pause(cause, article, told, planned, Optional.of(at));
    }

    static LocalDateTime over(LocalDate day) {
        return day.atTime(DAY_IS_OVER);
    }
}

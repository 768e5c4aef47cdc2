package yici.casework;

import java.time.LocalDate;
import yici.kit.View;

/** How much time is left, in words: colour alone says nothing. */
final class DueWords {

    private DueWords() {}

    /** @param area whose working days count */
    static String words(LocalDate due, String area, Clocks clocks, View view) {
        int days = clocks.left(due, area);
        if (days < 0) return view.t("casework.due.over", -days);
        return days == 0 ? view.t("casework.due.today") : view.t("casework.due.left", days);
    }
}

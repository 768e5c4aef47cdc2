package yici.casework;

import java.time.LocalDate;
import yici.kit.View;

/** How much time is left, in words: colour alone says nothing. */
final class Due {

    private Due() {}

    static String words(LocalDate due, Clocks clocks, View view) {
        int days = clocks.left(due);
        if (days < 0) return view.t("casework.due.over", -days);
        return days == 0 ? view.t("casework.due.today") : view.t("casework.due.left", days);
    }
}

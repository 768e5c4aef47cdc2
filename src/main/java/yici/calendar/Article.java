package yici.calendar;

import yici.kit.View;

/**
 * Where it is written: the licence law, article 42.
 *
 * @param law a key of the words {@code calendar.law.*}, such as {@code licence}
 * @param number the article's number; empty where the whole document is meant
 */
public record Article(String law, String number) {

    public Article {
        if (!law.matches("[a-z][a-z-]{1,40}")) throw new IllegalArgumentException("not a law: " + law);
        if (!number.matches("|[0-9]{1,4}")) throw new IllegalArgumentException("not an article: " + number);
    }

    public String in(View view) {
        var name = view.t("calendar.law." + law);
        return number.isEmpty() ? name : view.t("calendar.article", name, number);
    }
}

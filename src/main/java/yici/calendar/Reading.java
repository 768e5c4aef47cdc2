package yici.calendar;

import java.util.List;

/** What a pasted notice or table says. */
public sealed interface Reading {

    /** @param documentNo as the notice has it, such as 国办发明电〔2025〕7号; empty where none was found */
    record Read(YearOfDays year, String documentNo) implements Reading {}

    record Unreadable(List<Flaw> flaws) implements Reading {}

    int LONGEST_TEXT = 20_000;

    /**
     * The notice of the State Council in its text form, or a table {@code date,type,name}.
     *
     * @param scope an area's code, or empty for the whole country
     */
    static Reading of(String scope, String text) {
        if (text.isBlank()) return new Unreadable(List.of(Flaw.at(0, "empty")));
        if (text.length() > LONGEST_TEXT) return new Unreadable(List.of(Flaw.at(0, "too-long", LONGEST_TEXT)));
        return text.stripLeading().toLowerCase(java.util.Locale.ROOT).startsWith("date,")
                ? new TableText(scope, text).read()
                : new NoticeText(scope, text).read();
    }

    /** With the flaws of the year itself, where each day could be read. */
    static Reading checked(YearOfDays year, String documentNo, List<Flaw> unreadable) {
        var flaws = unreadable.isEmpty() ? year.flaws() : unreadable;
        return flaws.isEmpty() ? new Read(year, documentNo) : new Unreadable(flaws);
    }
}

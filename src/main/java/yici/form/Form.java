package yici.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yici.kit.Translated;
import yici.kit.View;

/**
 * The one form: data elements in order, each once, cut into pages of one question or a small group. Answers are a map from element key to
 * canonical text: dates as 2026-11-23, months as 2026-11, times as 2026-11-23T14:30, booleans as true or false, several choices joined by
 * commas, money in yuan as 1234.50, another document than the citizen's ID card as {@code PASSPORT:E12345678}, people as JSON. Canonical
 * text is also good raw text: checked again it stays as it is.
 */
public final class Form {

    private final List<DataElement> elements;

    private Form(List<DataElement> elements) {
        this.elements = elements;
    }

    /** @param elements in the order they are asked; keys are unique */
    public static Form of(List<DataElement> elements) {
        var keys = new HashSet<String>();
        for (var element : elements)
            if (!keys.add(element.key())) throw new IllegalArgumentException("asked twice: " + element.key());
        return new Form(List.copyOf(elements));
    }

    /**
     * Pages in order; an element stands on exactly one. Elements about the same person or thing share one (at most four); how to reach the
     * person comes last.
     */
    public List<FormPage> pages() {
        return Grouping.pages(elements);
    }

    /** The heading of a page: its only question, or what its questions are about. */
    public static Translated title(FormPage page, View view) {
        return Grouping.title(page, view);
    }

    /** What the browser posted for these elements, as raw text by element key; nothing is judged, nothing typed is lost. */
    public static Map<String, String> read(List<DataElement> elements, Map<String, String[]> posted) {
        var request = new Posted(posted);
        var raw = new LinkedHashMap<String, String>();
        for (var element : elements) raw.put(element.key(), Field.of(element).read(request));
        return raw;
    }

    /** True when a button such as "add another person" was pressed: show the page again with what was typed, check nothing yet. */
    public static boolean asksForMore(Map<String, String[]> posted) {
        return posted.containsKey(PeopleField.MORE);
    }

    /** Checks some elements (a page, or all). An element without value is an error only when it is required. */
    public static Checked check(List<DataElement> elements, Map<String, String> raw, Clock clock) {
        var today = LocalDate.ofInstant(clock.instant(), View.ZONE);
        var answers = new LinkedHashMap<String, String>();
        var errors = new LinkedHashMap<String, FieldError>();
        for (var element : elements) {
            switch (verdict(element, raw.getOrDefault(element.key(), ""), answers, today)) {
                case Verdict.Accepted(var value) -> {
                    if (!value.isEmpty()) answers.put(element.key(), value);
                }
                case Verdict.Refused(var rule, var arguments, var input) ->
                    errors.put(element.key(), new FieldError("form.error." + rule, element.label(), arguments, input));
            }
        }
        return errors.isEmpty() ? new Checked.Complete(answers) : new Checked.Incomplete(errors);
    }

    private static Verdict verdict(DataElement element, String raw, Map<String, String> before, LocalDate today) {
        var field = Field.of(element);
        var verdict = raw.isBlank() ? new Verdict.Accepted("") : field.check(raw, today);
        if (!verdict.equals(new Verdict.Accepted(""))) return verdict;
        if (element.required()) return Verdict.refused(field.missing());
        return isNeededHere(element, before, today) ? Verdict.refused("missingHere") : verdict;
    }

    private static boolean isNeededHere(DataElement element, Map<String, String> before, LocalDate today) {
        return element.requiredWhen()
                .filter(rule -> rule.judge(before, today) instanceof Rule.Outcome.Met)
                .isPresent();
    }

    /** A canonical value in words, for summaries and documents; empty for no value. */
    public static String display(DataElement element, String value, View view) {
        return value.isEmpty() ? "" : Field.of(element).display(value, view);
    }

    /** As {@link #display}, with the middle of numbers and addresses covered, for lists that others may look at. */
    public static String masked(DataElement element, String value, View view) {
        return value.isEmpty() ? "" : Field.of(element).masked(value, view);
    }

    /** The id of the first input of an element, for links that lead to it. */
    public static String firstInput(DataElement element, View view) {
        return Field.of(element).firstInput(view);
    }

    /** The id of the very input that is wrong. */
    public static String wrongInput(DataElement element, FieldError error, View view) {
        return error.input().isEmpty() ? firstInput(element, view) : error.input();
    }

    /** The {@code lang} attribute of an element's displayed values: set where the names of its options are not in the reader's language. */
    public static Optional<String> lang(DataElement element, View view) {
        return element.options().stream()
                .flatMap(option -> view.lang(option.label()).stream())
                .findFirst();
    }

    /** The page an element stands on. */
    public Optional<FormPage> pageOf(String elementKey) {
        return pages().stream()
                .filter(page -> page.elements().stream().anyMatch(e -> e.key().equals(elementKey)))
                .findFirst();
    }
}

package yici.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import yici.kit.Language;
import yici.kit.Translated;
import yici.kit.View;

/** Cuts the elements into pages by what they are about, which their keys begin with: {@code motherName}, {@code motherIdNo}. */
final class Grouping {

    private static final int MOST = 4;

    private Grouping() {}

    static List<FormPage> pages(List<DataElement> elements) {
        var groups = new LinkedHashMap<String, List<DataElement>>();
        for (var element : elements)
            groups.computeIfAbsent(group(element), _ -> new ArrayList<>()).add(element);
        var pages = new ArrayList<List<DataElement>>();
        groups.entrySet().stream()
                .sorted(Comparator.comparingInt(group -> rank(group.getKey())))
                .forEach(group -> pages.addAll(cut(group.getValue())));
        return withQuestionsTogether(pages).stream().map(Grouping::page).toList();
    }

    private static FormPage page(List<DataElement> elements) {
        return new FormPage(elements.getFirst().key(), List.copyOf(elements));
    }

    /** The leading word of the key. What is too short to name a thing ({@code isStudent}, {@code ofWorkingAge}) stands for itself. */
    private static String group(DataElement element) {
        String key = element.key();
        if (key.matches("name|idNo|sex|age|ethnicity|nationality|birthday")) return "self";
        if (key.matches("uscc|creditCode")) return "entity";
        String word = word(key);
        return word.length() < 3 ? key : word;
    }

    private static String word(String key) {
        return key.replaceFirst("(?<=[a-z0-9])[A-Z].*$", "");
    }

    /** Who it is about comes first, how to reach them last; between, the order of the guide stays. */
    private static int rank(String group) {
        return switch (group) {
            case "self", "entity" -> 0;
            case "delivery" -> 2;
            case "contact" -> 3;
            default -> 1;
        };
    }

    /** As few pages as need be, evenly filled: five become three and two. */
    private static List<List<DataElement>> cut(List<DataElement> group) {
        int pages = (group.size() + MOST - 1) / MOST;
        var cut = new ArrayList<List<DataElement>>();
        int from = 0;
        for (int page = 0; page < pages; page++) {
            int to = from + (group.size() - from + pages - page - 1) / (pages - page);
            cut.add(group.subList(from, to));
            from = to;
        }
        return cut;
    }

    /** Single yes-or-no questions that follow each other for the same items are asked on one page: a dozen pages of one click tire people. */
    private static List<List<DataElement>> withQuestionsTogether(List<List<DataElement>> pages) {
        var together = new ArrayList<List<DataElement>>();
        for (var page : pages) {
            if (!together.isEmpty() && areAskedTogether(together.getLast(), page))
                together.set(together.size() - 1, joined(together.getLast(), page));
            else together.add(page);
        }
        return together;
    }

    private static boolean areAskedTogether(List<DataElement> page, List<DataElement> next) {
        return next.size() == 1
                && page.size() < MOST
                && isQuestion(next.getFirst())
                && page.stream().allMatch(Grouping::isQuestion)
                && page.stream()
                        .allMatch(e -> e.neededBy().equals(next.getFirst().neededBy()));
    }

    private static boolean isQuestion(DataElement element) {
        return element.type() == DataElement.Type.BOOLEAN;
    }

    private static List<DataElement> joined(List<DataElement> page, List<DataElement> next) {
        var joined = new ArrayList<>(page);
        joined.addAll(next);
        return joined;
    }

    static Translated title(FormPage page, View view) {
        if (page.elements().size() == 1) return page.elements().getFirst().label();
        return known(page, view).orElseGet(() -> labels(page));
    }

    /** What the page is about, where the form has a word for it. */
    private static Optional<Translated> known(FormPage page, View view) {
        var groups = page.elements().stream().map(Grouping::group).distinct().toList();
        boolean questions = groups.size() > 1;
        String key = questions ? "form.group.questions" : "form.group." + groups.getFirst();
        return view.words().has(Language.ZH, key) ? Optional.of(Said.of(key, view)) : Optional.empty();
    }

    private static Translated labels(FormPage page) {
        Function<Language, String> in = language -> page.elements().stream()
                .map(element -> element.label().in(language))
                .collect(Collectors.joining(language == Language.ZH || language == Language.JA ? "、" : ", "));
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (var language : Language.values())
            if (page.elements().stream().allMatch(e -> e.label().shownIn(language) == language))
                texts.put(language, in.apply(language));
        return new Translated(texts);
    }
}

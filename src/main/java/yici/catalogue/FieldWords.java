package yici.catalogue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import yici.kit.Translated;
import yici.kit.View;

/** What a field of a guide or service is called by people: {@code items/social-card/promised} is 事项 › 申领社会保障卡 › 承诺时限. */
public final class FieldWords {

    private static final List<String> NAMES = List.of("key", "question", "number", "area", "kind", "item", "name");
    private static final List<String> TITLES = List.of("name", "label", "title", "text", "question");
    private static final Pattern LIMIT = Pattern.compile("(\\d{1,6}) (WORKING_DAY|DAY|HOUR|MONTH|YEAR)");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z_]{1,30}|true|false");

    /**
     * One step on the way to a field.
     *
     * @param isWord the key of a word of the interface; else content, in Chinese
     */
    public record Part(boolean isWord, String text) {
        static Part word(String component) {
            return new Part(true, "catalogue.field." + component);
        }

        public String say(View view) {
            return isWord ? view.t(text) : text;
        }
    }

    private final List<Part> parts = new ArrayList<>();

    private FieldWords() {}

    /** @param path by names of fields and, in lists, by what names a member */
    public static List<Part> of(Record whole, String path) {
        var words = new FieldWords();
        words.walk(whole, path);
        return List.copyOf(words.parts);
    }

    /** A limit or a choice in the reader's words; empty for what is content. */
    public static Optional<String> value(View view, String value) {
        var limit = LIMIT.matcher(value);
        if (limit.matches())
            return Optional.of(Count.limit(
                    view, new Guide.Limit(Integer.parseInt(limit.group(1)), Guide.Unit.valueOf(limit.group(2)))));
        if (!CONSTANT.matcher(value).matches()) return Optional.empty();
        var key = "catalogue.value." + value;
        return Optional.of(view.t(key)).filter(word -> !word.equals(key));
    }

    private void walk(Object at, String path) {
        if (path.isEmpty()) return;
        switch (at) {
            case Optional<?> optional when optional.isPresent() -> walk(optional.get(), path);
            case List<?> members -> member(members, path);
            case Record record -> field(record, path);
            case Map<?, ?> texts -> entry(texts, path);
            default -> parts.add(new Part(false, path));
        }
    }

    private void field(Record record, String path) {
        String name = path.split("/", 2)[0];
        parts.add(Part.word(name));
        String rest = path.substring(Math.min(path.length(), name.length() + 1));
        for (var component : record.getClass().getRecordComponents())
            if (component.getName().equals(name)) {
                walk(read(component, record), rest);
                return;
            }
        // a rule may speak of what is no field by itself
        if (!rest.isEmpty()) parts.add(new Part(false, rest));
    }

    /** What names a member may have a slash in it, so the whole of it is looked for. */
    private void member(List<?> members, String path) {
        for (var member : members) {
            String name = name(member);
            if (name.isEmpty() || !(path.equals(name) || path.startsWith(name + "/"))) continue;
            parts.add(new Part(false, title(member)));
            walk(member, path.substring(Math.min(path.length(), name.length() + 1)));
            return;
        }
        String[] unknown = path.split("/", 2);
        if (!unknown[0].equals("-")) parts.add(new Part(false, unknown[0]));
        if (unknown.length == 2) parts.add(Part.word(unknown[1].replaceFirst("/.*", "")));
    }

    private void entry(Map<?, ?> texts, String path) {
        parts.add(
                texts.containsKey(path) || path.matches("[a-zA-Z]+")
                        ? Part.word("officialTexts." + path)
                        : new Part(false, path));
    }

    private static String name(Object member) {
        if (!(member instanceof Record record)) return member.toString();
        for (var name : NAMES)
            for (var component : record.getClass().getRecordComponents())
                if (component.getName().equals(name)) {
                    String text = text(read(component, record));
                    if (!text.isEmpty()) return text;
                }
        return "";
    }

    private static String title(Object member) {
        if (!(member instanceof Record record)) return member.toString();
        for (var name : TITLES)
            for (var component : record.getClass().getRecordComponents())
                if (component.getName().equals(name)) {
                    String text = text(read(component, record));
                    if (!text.isEmpty()) return text;
                }
        return name(member);
    }

    private static String text(Object value) {
        return switch (value) {
            case Translated translated -> translated.zh();
            case Optional<?> optional -> optional.map(FieldWords::text).orElse("");
            default -> value.toString();
        };
    }

    private static Object read(RecordComponent component, Record record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component + " of " + record.getClass(), e);
        }
    }
}

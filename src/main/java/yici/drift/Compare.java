package yici.drift;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import yici.catalogue.Guide;
import yici.kit.Translated;

/**
 * Compares two guides field by field, whatever fields a guide has: a new one is compared from its first day. The members of a list are
 * matched by what names them, so that order and repetition make no difference; where order is the rule itself it counts.
 */
final class Compare {

    /** Lists whose order says something: who is asked first for another finding. */
    private static final Set<String> ORDERED = Set.of("levels");

    /** What names the member of a list, the first component it has. */
    private static final List<String> NAMES = List.of("key", "question", "number", "area", "kind", "item", "name");

    private static final Map<Class<?>, RecordComponent[]> COMPONENTS = new ConcurrentHashMap<>();

    private final List<FieldDifference> found = new ArrayList<>();
    private final List<String> noise = new ArrayList<>();

    private Compare() {}

    static Comparison of(Guide standard, Guide own) {
        if (standard.equals(own)) return new Comparison(Comparison.Verdict.SAME, List.of(), List.of());
        var compare = new Compare();
        compare.records("", standard, own);
        var differences = List.copyOf(compare.found);
        return new Comparison(verdict(differences), differences, List.copyOf(compare.noise));
    }

    private static Comparison.Verdict verdict(List<FieldDifference> differences) {
        if (differences.isEmpty()) return Comparison.Verdict.ORDER_ONLY;
        return differences.stream().anyMatch(FieldDifference::isRule)
                ? Comparison.Verdict.RULES
                : Comparison.Verdict.EDITORIAL;
    }

    private void values(String path, Object from, Object to) {
        if (from.equals(to)) return;
        if (from instanceof Optional<?> one && to instanceof Optional<?> other) optionals(path, one, other);
        else if (from instanceof Translated one && to instanceof Translated other) translated(path, one, other);
        else if (from instanceof List<?> one && to instanceof List<?> other) lists(path, one, other);
        else if (from instanceof Map<?, ?> one && to instanceof Map<?, ?> other) maps(path, one, other);
        // a limit is one thing to say, with its unit
        else if (from instanceof Record one
                && to instanceof Record other
                && !(from instanceof Guide.Limit)
                && one.getClass() == other.getClass()) records(path, one, other);
        else found.add(FieldDifference.of(path, text(from), text(to)));
    }

    private void records(String path, Record from, Record to) {
        for (var component : components(from))
            values(below(path, component.getName()), read(component, from), read(component, to));
    }

    private void optionals(String path, Optional<?> from, Optional<?> to) {
        if (from.isPresent() && to.isPresent()) values(path, from.get(), to.get());
        else
            found.add(FieldDifference.of(
                    path,
                    from.map(Compare::text).orElse(""),
                    to.map(Compare::text).orElse("")));
    }

    /** The Chinese text is the one in force; a missing translation is no other rule. */
    private void translated(String path, Translated from, Translated to) {
        if (!from.zh().equals(to.zh())) found.add(FieldDifference.of(path, from.zh(), to.zh()));
    }

    private void maps(String path, Map<?, ?> from, Map<?, ?> to) {
        var keys = new TreeSet<String>();
        from.keySet().forEach(key -> keys.add(key.toString()));
        to.keySet().forEach(key -> keys.add(key.toString()));
        for (var key : keys)
            values(
                    below(path, key),
                    Optional.<Object>ofNullable(from.get(key)),
                    Optional.<Object>ofNullable(to.get(key)));
    }

    private void lists(String path, List<?> from, List<?> to) {
        if (ORDERED.contains(path.substring(path.lastIndexOf('/') + 1))) {
            found.add(FieldDifference.of(path, text(from), text(to)));
            return;
        }
        var one = byName(from);
        var other = byName(to);
        var names = new LinkedHashSet<>(one.keySet());
        names.addAll(other.keySet());
        int before = found.size();
        for (var name : names)
            members(below(path, name), one.getOrDefault(name, Map.of()), other.getOrDefault(name, Map.of()));
        if (found.size() == before) noise.add(path);
    }

    /** Of one name there is one member, unless an editor has written two that contradict each other. */
    private void members(String path, Map<Object, Object> from, Map<Object, Object> to) {
        if (from.keySet().equals(to.keySet())) return;
        if (from.size() == 1 && to.size() == 1)
            values(path, from.values().iterator().next(), to.values().iterator().next());
        else found.add(FieldDifference.of(path, texts(from.values()), texts(to.values())));
    }

    /** Members by name; of those that say the same in another order, one. */
    private static Map<String, Map<Object, Object>> byName(List<?> members) {
        var byName = new LinkedHashMap<String, Map<Object, Object>>();
        for (Object member : members)
            byName.computeIfAbsent(name(member), _ -> new LinkedHashMap<>()).putIfAbsent(plain(member), member);
        return byName;
    }

    /** What a value says whatever the order of its lists. */
    private static Object plain(Object value) {
        return switch (value) {
            case Translated translated -> translated.zh();
            case Optional<?> optional -> optional.map(Compare::plain);
            case Collection<?> many -> plain(many);
            case Map<?, ?> map -> plain(map);
            case Record record -> plain(record);
            default -> value;
        };
    }

    private static Set<Object> plain(Collection<?> many) {
        var plain = new HashSet<>();
        for (Object one : many) plain.add(plain(one));
        return plain;
    }

    private static Map<Object, Object> plain(Map<?, ?> map) {
        var plain = new HashMap<>();
        map.forEach((key, value) -> plain.put(key, plain(value)));
        return plain;
    }

    private static List<Object> plain(Record record) {
        var plain = new ArrayList<>();
        for (var component : components(record)) {
            var value = read(component, record);
            plain.add(ORDERED.contains(component.getName()) ? value : plain(value));
        }
        return plain;
    }

    private static String name(Object member) {
        if (!(member instanceof Record record)) return text(member);
        for (var name : NAMES)
            for (var component : components(record))
                if (component.getName().equals(name)
                        && !text(read(component, record)).isEmpty()) return text(read(component, record));
        return plain(member).toString();
    }

    private static String title(Record record) {
        for (var component : components(record))
            if (read(component, record) instanceof Translated translated) return translated.zh();
        return name(record);
    }

    private static String texts(Collection<?> values) {
        return values.stream()
                .map(Compare::text)
                .distinct()
                .sorted()
                .reduce((a, b) -> a + "；" + b)
                .orElse("");
    }

    /** As a person reads it: the name of a thing, not all that is known of it. */
    private static String text(Object value) {
        return switch (value) {
            case Translated translated -> translated.zh();
            case Optional<?> optional -> optional.map(Compare::text).orElse("");
            case Collection<?> many -> texts(many);
            case Guide.Limit limit -> limit.value() + " " + limit.unit();
            case Guide.Item item -> item.name().zh();
            case Guide.Evidence paper -> paper.name().zh();
            case Guide.Condition condition -> condition.text().zh();
            case Guide.Question question -> question.text().zh();
            case Guide.Faq faq -> faq.question().zh();
            case Record record -> title(record);
            default -> value.toString();
        };
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }

    private static RecordComponent[] components(Record record) {
        return COMPONENTS.computeIfAbsent(record.getClass(), type -> {
            var components = type.getRecordComponents();
            for (var component : components) component.getAccessor().setAccessible(true);
            return components;
        });
    }

    private static Object read(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component + " of " + record.getClass(), e);
        }
    }
}

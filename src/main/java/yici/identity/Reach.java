package yici.identity;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yici.identity.Thing.Trait;

/**
 * The things a person may do something to, as data: {@link #covers} asks it about one thing, {@link #on} writes it as a condition for a list. Both
 * read the same sets, so what is listed is what may be opened.
 *
 * @param branches any of them is enough; none covers nothing
 */
public record Reach(List<Branch> branches) {

    public static final Reach NOTHING = new Reach(List.of());

    /** @param among each trait has one of these values; {@code ""} is: has none. @param without a trait has none of these */
    record Branch(Map<Trait, Set<String>> among, Map<Trait, Set<String>> without) {
        static Branch where(Trait trait, Collection<String> values) {
            return new Branch(Map.of(trait, Set.copyOf(values)), Map.of());
        }

        Branch and(Trait trait, Collection<String> values) {
            var more = new EnumMap<Trait, Set<String>>(among);
            more.put(trait, Set.copyOf(values));
            return new Branch(more, without);
        }

        Branch not(Trait trait, String value) {
            return new Branch(among, Map.of(trait, Set.of(value)));
        }

        private boolean covers(Thing thing) {
            return among.entrySet().stream().allMatch(e -> e.getValue().contains(thing.trait(e.getKey())))
                    && without.entrySet().stream().noneMatch(e -> e.getValue().contains(thing.trait(e.getKey())));
        }
    }

    static Reach of(Branch... branches) {
        return new Reach(Stream.of(branches)
                .filter(b -> b.among().values().stream().noneMatch(Set::isEmpty))
                .toList());
    }

    public boolean covers(Thing thing) {
        return branches.stream().anyMatch(b -> b.covers(thing));
    }

    public boolean isEmpty() {
        return branches.isEmpty();
    }

    /** All values of a trait that occur, for lists that walk an index value by value. */
    public List<String> each(Trait trait) {
        return branches.stream()
                .flatMap(b -> b.among().getOrDefault(trait, Set.of()).stream())
                .filter(value -> !value.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** Where the traits are kept. @param nullForNone what has no body has null there, not an empty text */
    public record Columns(Map<Trait, String> names, boolean nullForNone) {
        public static Columns of(Map<Trait, String> names) {
            return new Columns(names, false);
        }

        private String of(Trait trait) {
            var name = names.get(trait);
            if (name == null) throw new IllegalArgumentException("a list that cannot be limited by " + trait);
            return name;
        }
    }

    /** @param sql in brackets, to stand after {@code where} or {@code and}; {@code parameters} are named {@code reach…} */
    public record Condition(String sql, Map<String, Object> parameters) {}

    /** @throws IllegalArgumentException when a column is missing: a list is never wider than the policy */
    public Condition on(Columns columns) {
        var parameters = new HashMap<String, Object>();
        var sql = branches.stream()
                .map(branch -> sql(branch, columns, parameters))
                .collect(Collectors.joining(" or ", "(", ")"));
        return new Condition(branches.isEmpty() ? "(false)" : sql, parameters);
    }

    private static String sql(Branch branch, Columns columns, Map<String, Object> parameters) {
        var tests = new java.util.ArrayList<String>();
        branch.among().forEach((trait, values) -> tests.add(among(trait, values, columns, parameters)));
        branch.without()
                .forEach((trait, values) ->
                        tests.add(columns.of(trait) + " <> all(:" + name(trait, values, parameters) + ")"));
        return String.join(" and ", new TreeSet<>(tests));
    }

    private static String among(Trait trait, Set<String> values, Columns columns, Map<String, Object> parameters) {
        var column = columns.of(trait);
        boolean none = columns.nullForNone() && values.contains("");
        var named = values.stream().filter(v -> !none || !v.isEmpty()).collect(Collectors.toSet());
        if (none && named.isEmpty()) return column + " is null";
        var any = column + " = any(:" + name(trait, named, parameters) + ")";
        return none ? "(" + column + " is null or " + any + ")" : any;
    }

    private static String name(Trait trait, Set<String> values, Map<String, Object> parameters) {
        var name = "reach" + parameters.size();
        var sorted = values.stream().sorted();
        parameters.put(
                name,
                trait == Trait.OWNER
                        ? sorted.filter(v -> !v.isEmpty()).map(UUID::fromString).toArray(UUID[]::new)
                        : sorted.toArray(String[]::new));
        return name;
    }
}

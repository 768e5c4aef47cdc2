package yici.calendar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import yici.kit.Csv;
import yici.kit.Language;
import yici.kit.Translated;

/** The table of the clocks of law, read and checked whole: a rule that cannot be reckoned with does not come in. */
final class ClocksFile {

    static final String NAME = "clocks.csv";

    private static final String[] COLUMNS = {
        "key",
        "zh",
        "en",
        "fr",
        "ko",
        "ja",
        "limit",
        "unit",
        "least",
        "most",
        "within",
        "start",
        "end",
        "pauses",
        "extension",
        "extension-unit",
        "extension-approver",
        "extension-times",
        "silence",
        "law",
        "article"
    };

    private final Csv.Row row;

    private ClocksFile(Csv.Row row) {
        this.row = row;
    }

    /**
     * All in their first edition.
     *
     * @throws yici.kit.ImportRefused naming line, key and reason
     */
    static List<ClockRule> read(String text) {
        var rules = new LinkedHashMap<String, ClockRule>();
        var lines = new ArrayList<ClocksFile>();
        for (var row : Csv.read(NAME, text, COLUMNS)) {
            var line = new ClocksFile(row);
            var rule = line.rule();
            if (rules.put(rule.key(), rule) != null) throw line.refused("stands twice");
            lines.add(line);
        }
        for (var line : lines) line.checkPromise(rules);
        return List.copyOf(rules.values());
    }

    private ClockRule rule() {
        if (!key().matches("[a-z]+(-[a-z]+)*(\\.[a-z]+(-[a-z]+)*)+")) throw refused("is not the key of a clock");
        var limit = limit("limit", "unit");
        var start = one("start", ClockRule.Start.values(), ClockRule.Start::code);
        boolean inHours = limit.filter(l -> l.unit() == Unit.HOUR).isPresent();
        if (inHours != (start == ClockRule.Start.AT_ONCE) && start != ClockRule.Start.BEFORE)
            throw refused("hours run at once, days from the next day");
        var pauses = pauses();
        var extension = extension(limit);
        if (start == ClockRule.Start.BEFORE && (!pauses.isEmpty() || extension.isPresent() || limit.isEmpty()))
            throw refused("what is counted back has a limit, no pause and no extension");
        return new ClockRule(
                key(),
                1,
                name(),
                limit,
                bounds(limit),
                Optional.of(row.get("within")).filter(key -> !key.isEmpty()),
                start,
                one("end", ClockRule.End.values(), ClockRule.End::code),
                pauses,
                extension,
                one("silence", Silence.values(), Silence::code),
                article());
    }

    private Translated name() {
        var texts = new EnumMap<Language, String>(Language.class);
        for (var language : Language.values()) {
            var text = row.get(language.code());
            if (text.isEmpty()) throw refused("has no name in " + language.code());
            texts.put(language, text);
        }
        return new Translated(texts);
    }

    private Optional<Limit> limit(String column, String unitColumn) {
        var value = row.get(column);
        var unit = row.get(unitColumn);
        if (value.isEmpty() && unit.isEmpty()) return Optional.empty();
        if (unit.isEmpty()) throw refused(column + " " + value + " has no unit");
        if (value.isEmpty()) throw refused(unitColumn + " " + unit + " has no number");
        var counted = one(unitColumn, Unit.values(), Unit::code);
        int number = number(column);
        if (number < 1 || number > Limit.longest(counted)) throw refused(column + " is out of bounds: " + value);
        return Optional.of(new Limit(number, counted));
    }

    private Optional<ClockRule.Bounds> bounds(Optional<Limit> limit) {
        if (row.get("least").isEmpty() && row.get("most").isEmpty()) return Optional.empty();
        if (limit.isEmpty()) throw refused("bounds without a limit");
        int least = number("least");
        int most = number("most");
        if (least < 1 || least > limit.get().value() || most < limit.get().value())
            throw refused("the limit does not lie between " + least + " and " + most);
        return Optional.of(new ClockRule.Bounds(least, most));
    }

    private Set<Cause> pauses() {
        var causes = EnumSet.noneOf(Cause.class);
        for (var code : row.get("pauses").split(" +")) {
            if (code.isEmpty()) continue;
            if (!causes.add(Cause.of(code).orElseThrow(() -> refused("unknown cause " + code))))
                throw refused("cause stands twice: " + code);
        }
        return causes;
    }

    private Optional<Extension> extension(Optional<Limit> limit) {
        var by = limit("extension", "extension-unit");
        if (by.isEmpty()) {
            if (!row.get("extension-approver").isEmpty()) throw refused("approver without an extension");
            return Optional.empty();
        }
        if (row.get("extension-approver").isEmpty()) throw refused("extension has no approver");
        if (limit.map(Limit::unit).filter(by.get().unit()::equals).isEmpty())
            throw refused("extension is not in the unit of the limit");
        int times = number("extension-times");
        if (times < 1 || times > 3) throw refused("extension-times is out of bounds: " + times);
        return Optional.of(new Extension(
                by.get(), one("extension-approver", Approver.values(), Approver::code), times, article()));
    }

    private Article article() {
        try {
            return new Article(row.get("law"), row.get("article"));
        } catch (IllegalArgumentException e) {
            throw refused("is " + e.getMessage());
        }
    }

    /** What is promised may be shorter than the law, never longer. */
    private void checkPromise(Map<String, ClockRule> rules) {
        var within = row.get("within");
        if (within.isEmpty()) return;
        var statutory = rules.get(within);
        if (statutory == null || statutory.limit().isEmpty()) throw refused("within names no limit: " + within);
        var promised = limit("limit", "unit");
        if (promised.isPresent() && !statutory.admits(promised.get()))
            throw refused("promises more than " + within + " allows");
    }

    private <T> T one(String column, T[] values, Function<T, String> code) {
        return Arrays.stream(values)
                .filter(value -> code.apply(value).equals(row.get(column)))
                .findFirst()
                .orElseThrow(() -> refused("unknown " + column + " " + row.get(column)));
    }

    private int number(String column) {
        if (!row.get(column).matches("[0-9]{1,6}")) throw refused(column + " is not a number: " + row.get(column));
        return Integer.parseInt(row.get(column));
    }

    private String key() {
        return row.get("key");
    }

    private RuntimeException refused(String why) {
        return row.refused(key(), why);
    }
}

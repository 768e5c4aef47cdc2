package yici.exchange;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import yici.catalogue.Holding;
import yici.exchange.WrongParameter.Way;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.kit.View;

/** Reads what a program asks. What it does not know it refuses: a misspelt filter would otherwise give everything, and nobody would see it. */
@Component
class ReadAsked {

    static final int LONGEST_TEXT = 100;

    /** The language of problems can be named in any address. */
    private static final String LANGUAGE = "lang";

    private final Areas areas;
    private final Bodies bodies;
    private final Clock clock;

    ReadAsked(Areas areas, Bodies bodies, Clock clock) {
        this.areas = areas;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** @throws WrongParameter for the first that cannot be read */
    Asked read(Map<String, String> typed, Set<Parameter> allowed) {
        var known = allowed.stream().map(Parameter::key).toList();
        for (var name : typed.keySet())
            if (!known.contains(name) && !name.equals(LANGUAGE))
                throw new WrongParameter(name, "", Way.UNKNOWN, String.join(", ", known));
        return new Asked(
                read(typed, Parameter.ON, this::day).orElseGet(this::today),
                read(typed, Parameter.KIND, ReadAsked::kind),
                read(
                        typed,
                        Parameter.AREA,
                        code -> areas.find(code).orElseThrow(() -> wrong(Parameter.AREA, code, Way.AREA))),
                read(
                        typed,
                        Parameter.BODY,
                        id -> bodies.find(id).orElseThrow(() -> wrong(Parameter.BODY, id, Way.BODY))),
                read(typed, Parameter.TEXT, ReadAsked::words).orElse(List.of()),
                read(typed, Parameter.CHANGED_SINCE, ReadAsked::moment),
                read(typed, Parameter.RECORDS, ReadAsked::yesOrNo).orElse(false),
                read(typed, Parameter.PAGE, text -> number(Parameter.PAGE, text, Parameter.LAST_PAGE))
                        .orElse(1),
                read(typed, Parameter.LIMIT, text -> number(Parameter.LIMIT, text, Parameter.MOST_A_PAGE))
                        .orElse(Parameter.USUAL_A_PAGE));
    }

    private static <T> Optional<T> read(Map<String, String> typed, Parameter parameter, Function<String, T> reading) {
        return Optional.ofNullable(typed.get(parameter.key()))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(reading);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), View.ZONE);
    }

    private LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() >= 1949 && day.getYear() < 2200) return day;
        } catch (DateTimeException e) {
            // told below
        }
        throw wrong(Parameter.ON, text, Way.DAY);
    }

    private static Holding.Kind kind(String text) {
        return Arrays.stream(Holding.Kind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new WrongParameter(
                        Parameter.KIND.key(),
                        text,
                        Way.CHOICE,
                        Arrays.stream(Holding.Kind.values()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    private static List<String> words(String text) {
        if (text.length() > LONGEST_TEXT)
            throw new WrongParameter(Parameter.TEXT.key(), text, Way.TOO_LONG, String.valueOf(LONGEST_TEXT));
        return List.of(text.toLowerCase(Locale.ROOT).split("\\s+"));
    }

    /** A day begins where the province is. A plus sign that nobody has encoded has become a space. */
    private static Instant moment(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(View.ZONE).toInstant()
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw wrong(Parameter.CHANGED_SINCE, text, Way.MOMENT);
        }
    }

    private static boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new WrongParameter(Parameter.RECORDS.key(), text, Way.CHOICE, "true, false");
        };
    }

    private static int number(Parameter parameter, String text, int most) {
        if (text.matches("[0-9]{1,6}")) {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) return number;
        }
        throw new WrongParameter(parameter.key(), text, Way.NUMBER, "1–" + most);
    }

    private static WrongParameter wrong(Parameter parameter, String typed, Way way) {
        return new WrongParameter(parameter.key(), typed, way, "");
    }
}

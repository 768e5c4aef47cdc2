package yici.reform;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.casework.AskedAgain;
import yici.catalogue.Catalogue;
import yici.catalogue.Catalogue.Standing;
import yici.catalogue.Edition;
import yici.catalogue.EditionHead;
import yici.catalogue.Listed;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.PublicBody;
import yici.kit.NotFound;
import yici.kit.Translated;
import yici.kit.View;

/** The figures as pages show them: of a day, an area, a life event. */
@Component
class ReadReform {

    private static final Translated NOBODY = Translated.of("—", "—");

    /**
     * @param first the first edition of the standard that is known
     * @param now the edition in force in the area on the day
     * @param before each service for itself, by the first edition
     * @param after in one go, by the edition in force
     */
    record Line(Listed lifeEvent, Head first, Head now, Figures before, Figures after) {}

    /** An edition, to be linked to. */
    record Head(String version, LocalDate knownFrom) {
        static Head of(Edition edition) {
            return new Head(edition.version(), edition.knownFrom());
        }

        static Head of(EditionHead head) {
            return new Head(head.version(), head.knownFrom());
        }

        /** What was new in it. */
        String address() {
            return "/events/" + version.replaceFirst("/", "/history/");
        }
    }

    /** @param lines empty on a day before anything was published */
    record Overview(Area area, LocalDate on, List<Line> lines, Figures before, Figures after, List<Again> again) {}

    /** Areas with the same edition; @param shown by name, the first of them */
    record Group(Head edition, boolean standard, List<Area> areas, Figures together) {}

    /**
     * @param bundled in one go by the first edition: what handling together has spared
     * @param line what the editions since have spared as well
     */
    record One(Line line, Area area, LocalDate on, Figures bundled, List<Group> groups, List<Again> again) {}

    /**
     * Corrections, and those of them that asked for something the notice had not said.
     *
     * @param about the life event, or the body that asked
     */
    record Again(Translated about, String lifeEvent, int corrections, int again) {
        int perHundred() {
            return corrections == 0 ? 0 : again * 100 / corrections;
        }
    }

    private final Catalogue catalogue;
    private final Counted counted;
    private final AskedAgain askedAgain;
    private final Areas areas;
    private final Bodies bodies;
    private final Clock clock;

    ReadReform(Catalogue catalogue, Counted counted, AskedAgain askedAgain, Areas areas, Bodies bodies, Clock clock) {
        this.catalogue = catalogue;
        this.counted = counted;
        this.askedAgain = askedAgain;
        this.areas = areas;
        this.bodies = bodies;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), View.ZONE);
    }

    @Transactional(readOnly = true)
    Overview overview(String areaCode, LocalDate on) {
        var area = areas.get(areaCode);
        var standings = catalogue.variants(on);
        var lines = catalogue.lifeEvents().stream()
                .flatMap(listed -> line(listed, area, standings.getOrDefault(listed.code(), List.of())).stream())
                .toList();
        return new Overview(
                area,
                on,
                lines,
                lines.stream().map(Line::before).reduce(Figures.NOTHING, Figures::and),
                lines.stream().map(Line::after).reduce(Figures.NOTHING, Figures::and),
                again(area, on));
    }

    private Optional<Line> line(Listed listed, Area area, List<Standing> standings) {
        return nearest(area, standings).map(now -> {
            var first = first(listed.code());
            return new Line(
                    listed,
                    Head.of(first),
                    Head.of(catalogue.edition(now)),
                    counted.of(first.id()).apart(),
                    counted.of(now).together());
        });
    }

    private EditionHead first(String code) {
        return catalogue.history(code, "std").getLast();
    }

    /** The edition in force for the area: its own, that of the nearest level above, or the standard's. */
    private Optional<UUID> nearest(Area area, List<Standing> standings) {
        var byArea = standings.stream()
                .flatMap(standing -> standing.areas().stream().map(code -> Map.entry(code, standing)))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a));
        return areas.path(area.code()).reversed().stream()
                .filter(level -> byArea.containsKey(level.code()))
                .findFirst()
                .map(level -> byArea.get(level.code()))
                .or(() -> standings.stream()
                        .filter(standing -> standing.variant().isStandard())
                        .findFirst())
                .flatMap(Standing::edition);
    }

    /** @throws NotFound for no life event, or one without an edition on that day */
    @Transactional(readOnly = true)
    One one(String code, String areaCode, LocalDate on) {
        var listed = catalogue.lifeEvents().stream()
                .filter(l -> l.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("life event " + code));
        var area = areas.get(areaCode);
        var standings = catalogue.variants(on).getOrDefault(code, List.of());
        var line = line(listed, area, standings).orElseThrow(() -> new NotFound(code + " on " + on));
        var bundled = counted.of(first(code).id()).together();
        return new One(line, area, on, bundled, groups(standings), again(code, on));
    }

    /** Every area with the edition it has, those with the same edition together; the largest group first. */
    private List<Group> groups(List<Standing> standings) {
        var byEdition = new LinkedHashMap<UUID, List<Area>>();
        for (var area : areas.all())
            if (area.level() != Area.Level.OWN_LEVEL)
                nearest(area, standings)
                        .ifPresent(edition -> byEdition
                                .computeIfAbsent(edition, _ -> new ArrayList<>())
                                .add(area));
        return byEdition.entrySet().stream()
                .map(entry -> group(catalogue.edition(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparingInt((Group group) -> group.areas().size())
                        .reversed())
                .toList();
    }

    private Group group(Edition edition, List<Area> having) {
        return new Group(
                Head.of(edition),
                edition.variant().equals("std"),
                having,
                counted.of(edition.id()).together());
    }

    // --- asked again -------------------------------------------------------------------------------------------------

    /** In the year up to that day, in the area and below, by life event. */
    private List<Again> again(Area area, LocalDate on) {
        var within = areas.within(area.code()).stream().map(Area::code).toList();
        var names = catalogue.lifeEvents().stream().collect(toMap(Listed::code, Listed::name));
        return sums(askedAgain.inTheYearUpTo(on, within), AskedAgain.Line::lifeEvent).entrySet().stream()
                .map(e -> new Again(
                        names.getOrDefault(e.getKey(), Translated.zh(e.getKey())),
                        e.getKey(),
                        e.getValue()[0],
                        e.getValue()[1]))
                .toList();
    }

    /** The same of one life event in all areas, by the body that asked. */
    private List<Again> again(String code, LocalDate on) {
        var all = areas.all().stream().map(Area::code).toList();
        var lines = askedAgain.inTheYearUpTo(on, all).stream()
                .filter(line -> line.lifeEvent().equals(code))
                .toList();
        return sums(lines, AskedAgain.Line::body).entrySet().stream()
                .map(e -> new Again(
                        bodies.find(e.getKey()).map(PublicBody::name).orElse(NOBODY),
                        code,
                        e.getValue()[0],
                        e.getValue()[1]))
                .toList();
    }

    private static Map<String, int[]> sums(
            List<AskedAgain.Line> lines, java.util.function.Function<AskedAgain.Line, String> by) {
        var sums = new LinkedHashMap<String, int[]>();
        for (var line : lines) {
            var sum = sums.computeIfAbsent(by.apply(line), _ -> new int[2]);
            sum[0] += line.corrections();
            sum[1] += line.again();
        }
        return sums;
    }
}

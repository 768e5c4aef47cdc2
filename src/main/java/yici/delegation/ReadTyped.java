package yici.delegation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import yici.catalogue.Power;
import yici.catalogue.Powers;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.PublicBody;

/** What a form says, field by field; whether it may be so is for {@link Rules}. */
@Component
class ReadTyped {

    private static final int LONGEST = 300;
    private static final int LONGEST_REASON = 1000;
    private static final int MOST_AREAS = 50;

    /** @param supervisedAbove not by the giver but by the level above it */
    record Wanted(
            Power power,
            Mode mode,
            PublicBody receiver,
            List<String> areas,
            LocalDate from,
            Optional<LocalDate> until,
            SealOf seal,
            Delegation.LegalFile file,
            boolean supervisedAbove) {}

    sealed interface Reading {
        record Good(Wanted wanted) implements Reading {}

        record Flawed(List<Flaw> flaws) implements Reading {}
    }

    private final Powers powers;
    private final Areas areas;
    private final Bodies bodies;

    ReadTyped(Powers powers, Areas areas, Bodies bodies) {
        this.powers = powers;
        this.areas = areas;
        this.bodies = bodies;
    }

    /** @param replacing then a reason is asked for */
    Reading read(Typed typed, boolean replacing) {
        var flaws = new ArrayList<Flaw>();
        var power = powers.find(typed.get("power"));
        if (power.isEmpty()) flaws.add(Flaw.of("power", "power.missing"));
        var mode = typed.one("mode", Mode.class);
        if (mode.isEmpty()) flaws.add(Flaw.of("mode", "mode.missing"));
        var area = areas.find(typed.get("area")).filter(a -> a.level() != Area.Level.OWN_LEVEL);
        if (area.isEmpty()) flaws.add(Flaw.of("area", "area.missing"));
        var where = where(typed, area, flaws);
        var receiver = receiver(typed, power, mode, area, flaws);
        if (typed.day("from").isEmpty()) flaws.add(Flaw.of("from", "from.missing"));
        if (!typed.get("until").isEmpty() && typed.day("until").isEmpty()) flaws.add(Flaw.of("until", "until.bad"));
        var seal = typed.one("seal", SealOf.class);
        if (seal.isEmpty()) flaws.add(Flaw.of("seal", "seal.missing"));
        file(typed, flaws);
        reason(typed, replacing, flaws);
        if (!flaws.isEmpty()) return new Reading.Flawed(List.copyOf(flaws));

        return new Reading.Good(new Wanted(
                power.orElseThrow(),
                mode.orElseThrow(),
                receiver.orElseThrow(),
                where,
                typed.day("from").orElseThrow(),
                typed.day("until"),
                seal.orElseThrow(),
                new Delegation.LegalFile(typed.get("title"), typed.get("file"), typed.get("link")),
                typed.is("supervisor", "above")));
    }

    private List<String> where(Typed typed, Optional<Area> area, List<Flaw> flaws) {
        var named = typed.several("areas");
        if (named.isEmpty()) return area.map(Area::code).stream().toList();
        if (named.size() > MOST_AREAS) flaws.add(Flaw.of("areas", "areas.many", MOST_AREAS));
        var found = new ArrayList<String>();
        for (var one : named.subList(0, Math.min(named.size(), MOST_AREAS)))
            named(one)
                    .map(Area::code)
                    .ifPresentOrElse(found::add, () -> flaws.add(Flaw.of("areas", "areas.unknown", one)));
        return found.stream().distinct().toList();
    }

    private Optional<Area> named(String one) {
        return areas.find(one)
                .or(() -> areas.all().stream()
                        .filter(a -> a.name().texts().containsValue(one))
                        .findFirst())
                .filter(a -> a.level() != Area.Level.OWN_LEVEL);
    }

    private Optional<PublicBody> receiver(
            Typed typed, Optional<Power> power, Optional<Mode> mode, Optional<Area> area, List<Flaw> flaws) {
        boolean across =
                mode.filter(m -> m.direction() == Mode.Direction.ACROSS).isPresent();
        if (across && typed.get("department").isEmpty()) flaws.add(Flaw.of("department", "department.missing"));
        var department =
                across ? Optional.of(typed.get("department")).filter(d -> !d.isEmpty()) : power.map(Power::department);
        if (area.isEmpty() || department.isEmpty() || mode.isEmpty()) return Optional.empty();
        var body = bodies.in(area.get().code(), department.get());
        if (body.isEmpty())
            flaws.add(Flaw.of("area", "receiver.none", area.get().name(), departmentName(department.get())));
        return body;
    }

    private Object departmentName(String key) {
        return bodies.departments().stream().anyMatch(d -> d.key().equals(key)) ? bodies.departmentName(key) : key;
    }

    private static void file(Typed typed, List<Flaw> flaws) {
        if (typed.get("title").isEmpty()) flaws.add(Flaw.of("title", "title.missing"));
        if (typed.get("file").isEmpty()) flaws.add(Flaw.of("file", "file.missing"));
        if (!typed.get("link").isEmpty() && !typed.get("link").matches("https?://[!-~]+"))
            flaws.add(Flaw.of("link", "link.bad"));
        for (var field : List.of("title", "file", "link"))
            if (typed.get(field).length() > LONGEST) flaws.add(Flaw.of(field, "too-long", LONGEST));
    }

    private static void reason(Typed typed, boolean needed, List<Flaw> flaws) {
        if (needed && typed.get("reason").isEmpty()) flaws.add(Flaw.of("reason", "reason.missing"));
        if (typed.get("reason").length() > LONGEST_REASON) flaws.add(Flaw.of("reason", "too-long", LONGEST_REASON));
    }
}

package yici.delegation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import yici.catalogue.Powers;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.kit.Csv;
import yici.kit.SampleLoader;
import yici.kit.View;

/** {@code delegations.csv}: records made up for the demonstration. One that is there already stays as it is. */
@Component
class LoadDelegations implements SampleLoader {

    private static final String FILE = "delegations.csv";

    private final KeptDelegations kept;
    private final Powers powers;
    private final Areas areas;
    private final Bodies bodies;

    LoadDelegations(KeptDelegations kept, Powers powers, Areas areas, Bodies bodies) {
        this.kept = kept;
        this.powers = powers;
        this.areas = areas;
        this.bodies = bodies;
    }

    @Override
    public String room() {
        return "delegation";
    }

    @Override
    public int step() {
        return 45; // after the catalogue
    }

    @Override
    public void load(Path sample) {
        if (!Files.exists(sample.resolve(FILE))) return;
        var there = kept.lock();
        for (var row : Csv.read(
                sample,
                FILE,
                "number",
                "power",
                "giver",
                "receiver",
                "mode",
                "areas",
                "from",
                "until",
                "seal",
                "title",
                "file_number",
                "link",
                "supervisor")) {
            var delegation = delegation(row);
            if (there.find(delegation.number()).isPresent()) continue;
            kept.add(delegation);
            history(delegation).forEach(step -> kept.add(delegation.number(), step));
        }
    }

    private Delegation delegation(Csv.Row row) {
        var number = row.get("number");
        if (!number.matches("[0-9]{4}-[0-9]{4,}")) throw row.refused(number, "is no number such as 2025-0001");
        var power = powers.find(row.get("power"))
                .orElseThrow(() -> row.refused(number, "unknown power " + row.get("power")));
        return new Delegation(
                number,
                power.key(),
                power.department(),
                body(row, "giver"),
                body(row, "receiver"),
                constant(row, "mode", Mode.class),
                where(row),
                day(row, "from").orElseThrow(() -> row.refused(number, "has no first day")),
                day(row, "until"),
                constant(row, "seal", SealOf.class),
                new Delegation.LegalFile(row.get("title"), row.get("file_number"), row.get("link")),
                body(row, "supervisor"),
                Optional.empty(),
                true);
    }

    private String body(Csv.Row row, String column) {
        return bodies.find(row.get(column))
                .orElseThrow(() -> row.refused(row.get("number"), "unknown body " + row.get(column)))
                .id();
    }

    private List<String> where(Csv.Row row) {
        var codes = List.of(row.get("areas").split(" "));
        for (var code : codes)
            if (areas.find(code).isEmpty()) throw row.refused(row.get("number"), "unknown area " + code);
        return codes;
    }

    private static Optional<LocalDate> day(Csv.Row row, String column) {
        try {
            return Optional.of(row.get(column)).filter(text -> !text.isEmpty()).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw row.refused(row.get("number"), column + " is no day: " + row.get(column));
        }
    }

    private static <E extends Enum<E>> E constant(Csv.Row row, String column, Class<E> of) {
        return Arrays.stream(of.getEnumConstants())
                .filter(one -> one.name().equals(row.get(column)))
                .findFirst()
                .orElseThrow(() -> row.refused(row.get("number"), "unknown " + column + " " + row.get(column)));
    }

    /** As if it had been asked for and confirmed a fortnight before its first day. */
    private static List<Step> history(Delegation delegation) {
        var asked = delegation
                .from()
                .minusDays(14)
                .atTime(LocalTime.of(9, 0))
                .atZone(View.ZONE)
                .toInstant();
        return List.of(
                new Step(1, Step.Kind.REGISTERED, Optional.of(delegation.from()), "", Optional.empty(), "", asked),
                new Step(
                        2,
                        Step.Kind.CONFIRMED,
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        "",
                        asked.plus(Duration.ofHours(26))));
    }
}

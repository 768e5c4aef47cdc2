package yici.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Which record counts on which day: of random registers over one province, two cities and four counties. */
class DelegationRegisterTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 60;
    private static final List<String> POWERS = List.of("event/one", "event/two");

    /** Each with what lies above it. */
    private static final List<List<String>> AREAS = List.of(
            List.of("p"),
            List.of("c1", "p"),
            List.of("c2", "p"),
            List.of("k1", "c1", "p"),
            List.of("k2", "c1", "p"),
            List.of("k3", "c2", "p"),
            List.of("k4", "c2", "p"));

    @Property(tries = 2_000)
    void what_begins_later_changes_nothing_that_was_filed_before(
            @ForAll("registers") List<Recorded> records,
            @ForAll("records") Recorded added,
            @ForAll @IntRange(min = 0, max = DAYS) int filed) {
        var day = FIRST.plusDays(filed);
        if (!added.delegation().from().isAfter(day)) return;
        var more = new ArrayList<>(records);
        more.add(renumbered(added, records.size()));

        assertThat(answers(more, day)).isEqualTo(answers(records, day));
    }

    @Property(tries = 2_000)
    void a_recall_changes_nothing_that_was_filed_before_its_day_and_takes_effect_on_it(
            @ForAll("registers") List<Recorded> records,
            @ForAll @IntRange(min = 0, max = 5) int which,
            @ForAll @IntRange(min = 0, max = DAYS) int recalled,
            @ForAll @IntRange(min = 0, max = DAYS) int filed) {
        if (records.isEmpty()) return;
        var from = FIRST.plusDays(recalled);
        var day = FIRST.plusDays(filed);
        var old = records.get(which % records.size());
        var after = new ArrayList<>(records);
        after.set(which % records.size(), ended(old, Step.Kind.RECALL_ASKED, from));

        if (day.isBefore(from)) assertThat(answers(after, day)).isEqualTo(answers(records, day));
        else assertThat(answers(after, day)).doesNotContain(Optional.of(old.number()));
    }

    @Property(tries = 1_000)
    void what_waits_was_refused_or_taken_back_never_counts(
            @ForAll("registers") List<Recorded> records, @ForAll @IntRange(min = 0, max = DAYS) int filed) {
        var unheard = records.stream()
                .map(r -> Recorded.of(r.delegation(), r.steps().subList(0, 1)))
                .toList();
        var refused = unheard.stream()
                .map(r -> with(r, step(2, Step.Kind.REFUSED, Optional.empty())))
                .toList();

        assertThat(answers(unheard, FIRST.plusDays(filed))).allMatch(Optional::isEmpty);
        assertThat(answers(refused, FIRST.plusDays(filed))).allMatch(Optional::isEmpty);
    }

    @Property(tries = 1_000)
    void the_nearest_area_with_a_record_counts_as_a_search_by_hand_finds(
            @ForAll("registers") List<Recorded> records, @ForAll @IntRange(min = 0, max = DAYS) int filed) {
        var day = FIRST.plusDays(filed);
        var expected = new ArrayList<Optional<String>>();
        for (var power : POWERS) for (var upwards : AREAS) expected.add(byHand(records, power, upwards, day));

        assertThat(answers(records, day)).isEqualTo(expected);
    }

    private static Optional<String> byHand(List<Recorded> records, String power, List<String> upwards, LocalDate day) {
        for (var area : upwards)
            for (var r : records) {
                var d = r.delegation();
                boolean counts = !day.isBefore(d.from())
                        && r.over().filter(over -> !day.isBefore(over)).isEmpty();
                if (counts && d.power().equals(power) && d.areas().contains(area)) return Optional.of(d.number());
            }
        return Optional.empty();
    }

    private static List<Optional<String>> answers(List<Recorded> records, LocalDate day) {
        var register = new DelegationRegister(records);
        var answers = new ArrayList<Optional<String>>();
        for (var power : POWERS)
            for (var upwards : AREAS)
                answers.add(register.valid(power, upwards, day, _ -> true).map(Recorded::number));
        return answers;
    }

    /** No two of one power in one area on one day, as the register lets none in. */
    @Provide
    Arbitrary<List<Recorded>> registers() {
        return records().list().ofMaxSize(12).map(all -> {
            var kept = new ArrayList<Recorded>();
            for (var one : all) {
                var next = renumbered(one, kept.size());
                if (new DelegationRegister(kept).inTheWayOf(next.delegation()).isEmpty()) kept.add(next);
            }
            return List.copyOf(kept);
        });
    }

    @Provide
    Arbitrary<Recorded> records() {
        return Combinators.combine(
                        Arbitraries.of(POWERS),
                        Arbitraries.integers().between(0, AREAS.size() - 1),
                        Arbitraries.integers().between(0, DAYS),
                        Arbitraries.integers().between(0, 30).optional())
                .as((power, area, from, lasts) -> record(
                        power,
                        AREAS.get(area).getFirst(),
                        FIRST.plusDays(from),
                        lasts.map(days -> FIRST.plusDays(from + days))));
    }

    private static Recorded record(String power, String area, LocalDate from, Optional<LocalDate> until) {
        var delegation = new Delegation(
                "2026-0000",
                power,
                "police",
                "police@p",
                "police@" + area,
                Mode.DEVOLVED,
                List.of(area),
                from,
                until,
                SealOf.RECEIVER,
                new Delegation.LegalFile("t", "n", ""),
                "police@p",
                Optional.empty(),
                false);
        return Recorded.of(
                delegation,
                List.of(
                        step(1, Step.Kind.REGISTERED, Optional.of(from)),
                        step(2, Step.Kind.CONFIRMED, Optional.empty())));
    }

    private static Recorded renumbered(Recorded recorded, int number) {
        var d = recorded.delegation();
        return Recorded.of(
                new Delegation(
                        "2026-%04d".formatted(number + 1),
                        d.power(),
                        d.department(),
                        d.giver(),
                        d.receiver(),
                        d.mode(),
                        d.areas(),
                        d.from(),
                        d.until(),
                        d.seal(),
                        d.file(),
                        d.supervisor(),
                        d.replaces(),
                        d.invented()),
                recorded.steps());
    }

    private static Recorded ended(Recorded recorded, Step.Kind kind, LocalDate from) {
        return with(
                with(recorded, step(recorded.nextSeq(), kind, Optional.of(from))),
                step(recorded.nextSeq() + 1, Step.Kind.CONFIRMED, Optional.empty()));
    }

    private static Recorded with(Recorded recorded, Step step) {
        var steps = new ArrayList<>(recorded.steps());
        steps.add(step);
        return Recorded.of(recorded.delegation(), steps);
    }

    private static Step step(int seq, Step.Kind kind, Optional<LocalDate> effective) {
        return new Step(seq, kind, effective, "", Optional.empty(), "", Instant.EPOCH);
    }
}

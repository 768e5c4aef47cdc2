package yici.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import yici.calendar.ClockRule;
import yici.calendar.Kind;
import yici.calendar.Limit;
import yici.calendar.ShippedRules;
import yici.calendar.SpecialDay;
import yici.calendar.WorkCalendar;
import yici.catalogue.Guide;
import yici.kit.Translated;

/** Made-up graphs on made-up days, for the rules alone. */
final class Graphs {

    static final Actor OFFICER = new Actor(Actor.Kind.OFFICER, Optional.of(UUID.randomUUID()), "陈警官");
    static final Actor APPLICANT = Actor.applicant(UUID.randomUUID(), "李娜");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private static final Work.Dates DATES = new Work.Dates() {
        @Override
        public Instant now() {
            return NOW;
        }

        @Override
        public ClockRule rule(String key) {
            return ShippedRules.get(key);
        }

        @Override
        public ClockRule rule(String key, int edition) {
            return rule(key);
        }

        @Override
        public WorkCalendar calendar(String area) {
            return EVERY_DAY_IS_WORKED;
        }

        @Override
        public String areaOf(CaseFile file, Bundle bundle) {
            return bundle.area();
        }
    };

    private static final WorkCalendar EVERY_DAY_IS_WORKED = new WorkCalendar(
            1,
            LocalDate.of(2026, 1, 1)
                    .datesUntil(LocalDate.of(2028, 1, 1))
                    .filter(day -> day.getDayOfWeek().getValue() > 5)
                    .map(day -> new SpecialDay(day, Kind.WORKDAY, ""))
                    .toList(),
            Set.of(2026, 2027));

    private Graphs() {}

    /** The third waits for the second, the second for the first. */
    static Work chain() {
        return of(Guide.NodeType.REGISTER, List.of(List.of(), List.of(1), List.of(2)), false);
    }

    /** @param before for each case the numbers of those it waits for */
    static Work of(Guide.NodeType type, List<List<Integer>> before, boolean answeredByRegister) {
        var cases = new ArrayList<CaseFile>();
        for (int i = 0; i < before.size(); i++) cases.add(file(i + 1, type, before.get(i)));
        var clocks = new RunningClocks(DATES, List.of(), List.of());
        var work = new Work(bundle(), cases, clocks, new Debts(List.of()), DATES, _ -> answeredByRegister);
        CaseTime.open(work, Limit.workingDays(30));
        work.settle();
        return work;
    }

    /** The bits of a mask say which of the cases before it a case waits for. */
    static List<List<Integer>> before(List<Integer> masks) {
        var before = new ArrayList<List<Integer>>();
        for (int i = 0; i < masks.size(); i++) {
            var waits = new ArrayList<Integer>();
            for (int earlier = 0; earlier < i; earlier++)
                if ((masks.get(i) & (1 << earlier)) != 0) waits.add(earlier + 1);
            before.add(List.copyOf(waits));
        }
        return before;
    }

    private static CaseFile file(int no, Guide.NodeType type, List<Integer> after) {
        var planned = new CaseFile.Planned(
                no,
                "item-" + no,
                Translated.zh("事项" + no),
                type,
                "police",
                new Guide.Limit(10, Guide.Unit.WORKING_DAY),
                Optional.empty(),
                List.of(),
                after,
                Optional.empty());
        var standing = new CaseFile.Standing(
                CaseState.WAITING,
                0,
                Optional.empty(),
                Optional.empty(),
                CaseFile.Time.expected(TODAY),
                Optional.empty(),
                "");
        return new CaseFile(
                planned, 1, TODAY, Optional.of("police@430100000000"), Optional.empty(), standing, Optional.empty());
    }

    private static Bundle bundle() {
        return new Bundle(
                UUID.randomUUID(),
                "430000-261123-000001-1",
                "43PCN0009",
                Translated.zh("新生儿出生一件事"),
                UUID.randomUUID(),
                "430100000000",
                "430100000000",
                UUID.randomUUID(),
                "李娜",
                BundleState.OPEN,
                0,
                0,
                0,
                DATES.now(),
                TODAY.plusDays(5),
                Optional.empty());
    }
}

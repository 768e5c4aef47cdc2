package yici.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.kit.Translated;

/**
 * The cases of some bodies, for the desk. Every statement reads a bounded stretch of one index, however many cases there are: a page by its
 * place after the last line, counts up to a thousand.
 */
@Component
class Inbox {

    static final int PAGE = 25;
    static final int COUNTED = 1000;

    /** The piles of a desk; the number is the column {@code stage}. */
    enum Pile {
        ACCEPT(1),
        REVIEW(2),
        CORRECTION(3),
        WAITING(4),
        DECIDED(5);

        private final int stage;

        Pile(int stage) {
            this.stage = stage;
        }
    }

    /** @param number the case's; {@code application} the application's; {@code area} the body's, whose working days count */
    record Line(
            UUID id,
            int no,
            String number,
            String item,
            Translated name,
            String applicant,
            int attempt,
            CaseState state,
            String area,
            Days days,
            Optional<LocalDate> acceptBy,
            Optional<Instant> decidedAt,
            String decidedBy,
            Optional<CaseFile.Lease> lease) {

        LocalDate dueOn() {
            return days.dueOn();
        }

        String application() {
            return number.substring(0, number.lastIndexOf('-'));
        }
    }

    /** The days supervision looks at; {@code warnOn} and {@code redOn} are empty while no clock runs. */
    record Days(
            LocalDate dueOn, Optional<LocalDate> statutoryDue, Optional<LocalDate> warnOn, Optional<LocalDate> redOn) {

        /** Promise or law, whichever ends first. */
        LocalDate firstDue() {
            return statutoryDue.filter(due -> due.isBefore(dueOn)).orElse(dueOn);
        }
    }

    /** Where a page begins: after this line. */
    record Place(LocalDate dueOn, Instant decidedAt, UUID id, int no) {
        static final Place FIRST =
                new Place(LocalDate.of(1900, 1, 1), Instant.parse("9999-01-01T00:00:00Z"), new UUID(0, 0), 0);

        /** As it travels in an address. */
        String text() {
            return dueOn + "_" + decidedAt + "_" + id + "_" + no;
        }

        /** Nonsense in an address begins at the beginning. */
        static Place read(String text) {
            var parts = text.split("_");
            if (parts.length != 4) return FIRST;
            try {
                return new Place(
                        LocalDate.parse(parts[0]),
                        Instant.parse(parts[1]),
                        UUID.fromString(parts[2]),
                        Integer.parseInt(parts[3]));
            } catch (DateTimeException | IllegalArgumentException e) {
                return FIRST;
            }
        }
    }

    /** @param next where the next page begins; empty on the last */
    record Listing(List<Line> lines, Optional<Place> next) {}

    private static final String LINE = """
            select application_id, no, number, item, name_zh, name_en, applicant_name, attempt, state, due_on, accept_by, decided_at,
                   decided_by, holder, holder_name, lease_until, split_part(body_id, '@', 2) as body_area, statutory_due, warn_on, red_on
            """;

    private final JdbcClient db;

    Inbox(JdbcClient db) {
        this.db = db;
    }

    /** @param item only this one; empty for all */
    Listing list(Collection<String> bodies, Pile pile, Optional<String> item, Place after) {
        return listing(
                pile == Pile.DECIDED ? decided(bodies, item, after) : open(bodies, pile, item, after),
                after,
                Line::dueOn);
    }

    /**
     * Of a pile only what supervision sees like this today. What is warned, yellow or red lies together in an index by the day of its warning
     * and is read in that order; what stands still is a pile of its own, or a few special procedures with an index of their own.
     */
    Listing watched(
            Collection<String> bodies,
            Pile pile,
            Watched watched,
            LocalDate today,
            Optional<String> item,
            Place after) {
        if (watched == Watched.STANDS && pile == Pile.CORRECTION) return list(bodies, pile, item, after);
        if (pile == Pile.DECIDED || pile == Pile.WAITING) return new Listing(List.of(), Optional.empty());

        var day = watched.isByWarning() ? "warn_on" : "due_on";
        var parameters = new HashMap<String, Object>(
                Map.of("stage", pile.stage, "due", after.dueOn(), "id", after.id(), "no", after.no()));
        if (watched.isByWarning()) parameters.put("today", today);
        var lines = page(
                bodies,
                item,
                " and c.stage = :stage and c.stage < 5 and " + watched.condition() + " and (c." + day
                        + ", c.application_id, c.no) > (:due, :id, :no)",
                day + ", application_id, no",
                parameters);
        return listing(
                lines, after, watched.isByWarning() ? l -> l.days().warnOn().orElse(l.dueOn()) : Line::dueOn);
    }

    /** @param day which the lines are in the order of */
    private static Listing listing(List<Line> lines, Place after, Function<Line, LocalDate> day) {
        if (lines.size() <= PAGE) return new Listing(lines, Optional.empty());
        var shown = lines.subList(0, PAGE);
        var last = shown.getLast();
        return new Listing(
                shown,
                Optional.of(
                        new Place(day.apply(last), last.decidedAt().orElse(after.decidedAt()), last.id(), last.no())));
    }

    /** What is due first comes first. */
    private List<Line> open(Collection<String> bodies, Pile pile, Optional<String> item, Place after) {
        return page(
                bodies,
                item,
                """
                and c.stage = :stage and c.stage < 5 and (c.due_on, c.application_id, c.no) > (:due, :id, :no)
                """,
                "due_on, application_id, no",
                Map.of("stage", pile.stage, "due", after.dueOn(), "id", after.id(), "no", after.no()));
    }

    /** The newest decision comes first. */
    private List<Line> decided(Collection<String> bodies, Optional<String> item, Place after) {
        return page(
                bodies,
                item,
                """
                and c.stage = 5 and (c.decided_at, c.application_id, c.no) < (:decided, :id, :no)
                """,
                "decided_at desc, application_id desc, no desc",
                Map.of("decided", after.decidedAt().atOffset(ZoneOffset.UTC), "id", after.id(), "no", after.no()));
    }

    /** Body by body along the index, then the first of all. */
    private List<Line> page(
            Collection<String> bodies, Optional<String> item, String where, String order, Map<String, Object> place) {
        var parameters = new HashMap<>(place);
        item.ifPresent(i -> parameters.put("item", i));
        return db.sql(LINE + """
                        from unnest(:bodies::text[]) as mine (body)
                        cross join lateral (
                            select c.* from casework.case_file c where c.body_id = mine.body
                        """ + where + (item.isPresent() ? " and c.item = :item" : "") + " order by " + order
                        + " limit :limit) c order by " + order + " limit :limit")
                .params(parameters)
                .param("bodies", bodies.toArray(String[]::new))
                .param("limit", PAGE + 1)
                .query((row, _) -> line(row))
                .list();
    }

    /** By the number of the application or of a case: exactly that one, if it is on this desk. */
    List<Line> byNumber(Collection<String> bodies, String number) {
        return db.sql(LINE + """
                        from casework.case_file c
                        where c.body_id = any(:bodies)
                          and c.application_id in (
                              select application_id from casework.bundle where number = :number or number = :withoutCase)
                        order by no limit :limit
                        """)
                .param("bodies", bodies.toArray(String[]::new))
                .param("number", number)
                .param("withoutCase", number.replaceFirst("-\\d\\d$", ""))
                .param("limit", PAGE)
                .query((row, _) -> line(row))
                .list();
    }

    /** By the first characters of the applicant's name, on all piles: in the order of the names, of one name what is due last first. */
    List<Line> byApplicant(Collection<String> bodies, String name) {
        return db.sql(LINE + """
                        from unnest(:bodies::text[]) as mine (body)
                        cross join lateral (
                            select c.* from casework.case_file c
                            where c.body_id = mine.body
                              and c.applicant_name collate "C" >= :from and c.applicant_name collate "C" < :to
                            order by c.applicant_name collate "C", c.due_on desc, c.application_id, c.no limit :limit) c
                        order by c.applicant_name collate "C", due_on desc, application_id, no limit :limit
                        """)
                .param("bodies", bodies.toArray(String[]::new))
                .param("from", name)
                .param("to", name + Character.toString(0x10FFFF))
                .param("limit", PAGE)
                .query((row, _) -> line(row))
                .list();
    }

    /** How many lie on each pile but the decided one; a thousand means: as many or more. */
    Map<Pile, Integer> counts(Collection<String> bodies) {
        var counts = new HashMap<Pile, Integer>();
        db.sql("""
                        select pile.stage, (
                            select count(*) from (
                                select 1 from casework.case_file c
                                where c.body_id = any(:bodies) and c.stage = pile.stage and c.stage < 5 limit :most) counted) as cases
                        from generate_series(1, 4) as pile (stage)
                        """)
                .param("bodies", bodies.toArray(String[]::new))
                .param("most", COUNTED)
                .query(row -> {
                    counts.put(Pile.values()[row.getInt("stage") - 1], row.getInt("cases"));
                });
        return counts;
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("application_id", UUID.class),
                row.getInt("no"),
                row.getString("number"),
                row.getString("item"),
                Translated.of(row.getString("name_zh"), row.getString("name_en")),
                row.getString("applicant_name"),
                row.getInt("attempt"),
                CaseState.valueOf(row.getString("state")),
                row.getString("body_area"),
                new Days(
                        row.getObject("due_on", LocalDate.class),
                        Bundles.date(row, "statutory_due"),
                        Bundles.date(row, "warn_on"),
                        Bundles.date(row, "red_on")),
                Bundles.date(row, "accept_by"),
                Bundles.instant(row, "decided_at"),
                row.getString("decided_by"),
                Bundles.lease(row));
    }
}

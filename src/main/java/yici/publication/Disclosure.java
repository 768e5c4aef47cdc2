package yici.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.calendar.Calendars;
import yici.calendar.ClockRules;
import yici.calendar.LegalClock;
import yici.calendar.Reckoning;
import yici.kit.Language;
import yici.kit.View;

/**
 * Records that a government discloses of its own motion (政府信息公开条例, articles 20 and 26) and explainers of its policies: when each is due, and
 * whether it was in time. Reckoned by the clocks of law with the working days of the area, when it is asked for.
 */
@Component
class Disclosure {

    /** Of article 20. */
    static final int ITEMS = 15;

    private static final int MOST = 5_000;
    private static final String PUBLICATION = "disclosure.publication";
    private static final String INTERPRETATION = "interpretation.publish";

    /**
     * @param item of article 20; 0 of a policy that is to be explained
     * @param startedOn the day the record was formed or changed, or the policy was published
     * @param doneOn first published, or first explained; empty while it is not
     */
    record Record(
            String slug,
            String area,
            int item,
            String title,
            Language language,
            LocalDate startedOn,
            Optional<LocalDate> doneOn,
            LocalDate dueOn) {

        boolean isLate(LocalDate today) {
            return doneOn.orElse(today).isAfter(dueOn);
        }
    }

    private static final String TITLE = """
            left join lateral (
                select e.language, e.title from publication.edition e join publication.standing s using (work, language, number)
                where e.work = w.id and e.language in (:language, 'zh') and s.state <> 'ARCHIVED'
                order by s.state = 'PUBLISHED' desc, e.language = 'zh', e.number desc limit 1) t on true
            cross join lateral (
                select min(s.published_at) as first_at from publication.standing s
                where s.work = w.id and s.language = 'zh' and s.published_at is not null) f
            """;

    private final JdbcClient db;
    private final ClockRules rules;
    private final Calendars calendars;
    private final Clock clock;

    Disclosure(JdbcClient db, ClockRules rules, Calendars calendars, Clock clock) {
        this.db = db;
        this.rules = rules;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** All records of these areas, the newest first. */
    List<Record> records(Collection<String> areas, Language language) {
        return db.sql("""
                        select w.slug, w.area, d.item, w.formed_on as started_on, t.title, t.language, f.first_at as done_at
                        from publication.disclosure d join publication.work w on w.id = d.work
                        """ + TITLE + "where w.area = any(:areas) order by w.formed_on desc, w.slug limit :most")
                .param("areas", areas.toArray(String[]::new))
                .param("language", language.code())
                .param("most", MOST)
                .query((row, _) -> record(row, PUBLICATION))
                .list();
    }

    /** Policies of these areas that are published, with the first explainer of each. */
    List<Record> policies(Collection<String> areas, Language language) {
        return db.sql("""
                        select w.slug, w.area, 0 as item, (f.first_at at time zone 'Asia/Shanghai')::date as started_on, t.title, t.language, (
                            select min(s.published_at) from publication.explanation x join publication.standing s on s.work = x.explainer
                            where x.document = w.id and s.language = 'zh' and s.published_at is not null) as done_at
                        from publication.work w
                        """ + TITLE + """
                        where w.kind = 'policy' and w.area = any(:areas) and f.first_at is not null
                        order by f.first_at desc, w.slug limit :most
                        """)
                .param("areas", areas.toArray(String[]::new))
                .param("language", language.code())
                .param("most", MOST)
                .query((row, _) -> record(row, INTERPRETATION))
                .list();
    }

    /** Working days until it is due, negative when that is past. */
    int left(Record record) {
        return calendars.of(record.area()).left(today(), record.dueOn());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), View.ZONE);
    }

    OptionalInt itemOf(UUID work) {
        return db.sql("select item from publication.disclosure where work = :work")
                .param("work", work)
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** @param item 0: it is no record to be disclosed */
    void set(UUID work, int item, String by) {
        if (item == 0)
            db.sql("delete from publication.disclosure where work = :work")
                    .param("work", work)
                    .update();
        else
            db.sql("""
                            insert into publication.disclosure (work, item, set_name, set_at) values (:work, :item, :by, :now)
                            on conflict (work) do update set item = excluded.item, set_name = excluded.set_name, set_at = excluded.set_at
                            """)
                    .param("work", work)
                    .param("item", item)
                    .param("by", by)
                    .param("now", KeptWorks.at(clock.instant()))
                    .update();
    }

    private Record record(ResultSet row, String rule) throws SQLException {
        var area = row.getString("area");
        var started = row.getObject("started_on", LocalDate.class);
        var title = row.getString("title");
        var due = Reckoning.due(LegalClock.of(rules.get(rule), started.atStartOfDay()), calendars.of(area))
                .lastDay()
                .orElseThrow();
        return new Record(
                row.getString("slug"),
                area,
                row.getInt("item"),
                title == null ? row.getString("slug") : title,
                title == null ? Language.ZH : KeptWorks.language(row),
                started,
                KeptWorks.instant(row, "done_at").map(Disclosure::day),
                due);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, View.ZONE);
    }

    static final Comparator<Record> MOST_URGENT =
            Comparator.comparing(Record::dueOn).thenComparing(Record::slug);
}

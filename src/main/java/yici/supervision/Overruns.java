package yici.supervision;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.calendar.Supervision;
import yici.kit.Translated;

/**
 * What the public reads of cards: who was late with what, since when and why. No name, no number of an application; a reason only after an
 * administrator has confirmed it. A limit that is overrun twice over stands here once, with its red card.
 */
@Component
class Overruns {

    static final int PAGE = 20;

    /** @param reason as confirmed; empty while the body has not explained or it is being checked */
    record Overrun(
            UUID card,
            Optional<String> body,
            String area,
            boolean whole,
            Translated name,
            String rule,
            Supervision level,
            LocalDate dueOn,
            LocalDate since,
            boolean explained,
            Optional<String> reason) {}

    record Listing(List<Overrun> overruns, Optional<Cards.Place> next) {}

    private final JdbcClient db;

    Overruns(JdbcClient db) {
        this.db = db;
    }

    Listing list(Collection<String> areas, Cards.Place after) {
        var overruns = db.sql("""
                        select c.*,
                            coalesce((select r.explanation from supervision.card_now r
                                where (r.application_id, r.no, r.attempt, r.rule) = (c.application_id, c.no, c.attempt, c.rule)
                                  and r.state = 'CONFIRMED' order by r.level desc limit 1), '') as confirmed,
                            exists (select 1 from supervision.card_now r
                                where (r.application_id, r.no, r.attempt, r.rule) = (c.application_id, c.no, c.attempt, c.rule)
                                  and r.state = 'EXPLAINED') as explained
                        from (
                            select c.* from unnest(:areas::text[]) as mine (id)
                            cross join lateral (
                                select c.* from supervision.card_now c
                                where c.area = mine.id and (c.since, c.id) < (:since, :after) and c.state <> 'WITHDRAWN'
                                  and not (c.level = 2 and exists (
                                      select 1 from supervision.card_now r
                                      where (r.application_id, r.no, r.attempt, r.rule) = (c.application_id, c.no, c.attempt, c.rule)
                                        and r.level = 5 and r.state <> 'WITHDRAWN'))
                                order by c.since desc, c.id desc limit :limit) c
                            order by c.since desc, c.id desc limit :limit) c
                        order by c.since desc, c.id desc
                        """)
                .param("areas", areas.toArray(String[]::new))
                .param("since", after.since())
                .param("after", after.id())
                .param("limit", PAGE + 1)
                .query((row, _) -> new Overrun(
                        row.getObject("id", UUID.class),
                        Cards.body(row),
                        row.getString("area"),
                        row.getInt("no") == 0,
                        Translated.of(row.getString("name_zh"), row.getString("name_en")),
                        row.getString("rule"),
                        Cards.level(row),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("since", LocalDate.class),
                        row.getBoolean("explained"),
                        Optional.of(row.getString("confirmed")).filter(r -> !r.isEmpty())))
                .list();
        if (overruns.size() <= PAGE) return new Listing(overruns, Optional.empty());
        var last = overruns.get(PAGE - 1);
        return new Listing(overruns.subList(0, PAGE), Optional.of(new Cards.Place(last.since(), last.card())));
    }
}

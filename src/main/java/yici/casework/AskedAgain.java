package yici.casework;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.kit.Badge;
import yici.kit.View;

/**
 * 一次告知: whatever is asked for after the notice is an error of ours. Counted when an office asks for a correction, beside what the notice of
 * that very application had said.
 */
@Component
public class AskedAgain {

    private static final int MOST = 5_000;

    /**
     * @param body id of the body that asked; empty where the case has none any more
     * @param corrections all that were asked for
     * @param again those that asked for something the notice had not
     */
    public record Line(String lifeEvent, String area, String body, int corrections, int again) {}

    private final JdbcClient db;

    AskedAgain(JdbcClient db) {
        this.db = db;
    }

    /** Figures alone, of nobody in particular: for everybody. */
    public List<Line> inTheYearUpTo(LocalDate last, Collection<String> areas) {
        var until = last.plusDays(1);
        return Badge.HOUSE.wearing(() -> db.sql("""
                        select b.life_event, b.area, coalesce(f.body_id, '') as body, count(*) as corrections,
                               count(*) filter (where cardinality(c.again) > 0) as again
                        from casework.correction c
                        join casework.case_file f using (application_id, no)
                        join casework.bundle b using (application_id)
                        where c.asked_at >= :from and c.asked_at < :until and b.area = any(:areas)
                        group by 1, 2, 3 order by 5 desc, 4 desc, 1, 2, 3 limit :most
                        """)
                .param(
                        "from",
                        until.minusYears(1).atStartOfDay(View.ZONE).toInstant().atOffset(ZoneOffset.UTC))
                .param("until", until.atStartOfDay(View.ZONE).toInstant().atOffset(ZoneOffset.UTC))
                .param("areas", areas.toArray(String[]::new))
                .param("most", MOST)
                .query((row, _) -> new Line(
                        row.getString("life_event"),
                        row.getString("area"),
                        row.getString("body"),
                        row.getInt("corrections"),
                        row.getInt("again")))
                .list());
    }
}

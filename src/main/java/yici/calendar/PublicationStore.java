package yici.calendar;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Publications in the database: read whole, for there are a handful a year; added to, never changed. */
@Component
class PublicationStore {

    private final JdbcClient db;

    PublicationStore(JdbcClient db) {
        this.db = db;
    }

    Publications all() {
        var days = new TreeMap<Long, List<SpecialDay>>();
        db.sql("select no, date, kind, name_zh from calendar.published_day order by no, date")
                .query((ResultSet row) -> {
                    days.computeIfAbsent(row.getLong("no"), _ -> new ArrayList<>())
                            .add(new SpecialDay(
                                    row.getObject("date", LocalDate.class),
                                    Kind.valueOf(row.getString("kind")),
                                    row.getString("name_zh")));
                });
        return new Publications(
                db.sql("""
                        select no, scope, year, published_at, published_by, document_no, source
                        from calendar.publication order by no
                        """).query((row, _) -> publication(row, days)).list());
    }

    private static Publication publication(ResultSet row, Map<Long, List<SpecialDay>> days)
            throws java.sql.SQLException {
        return new Publication(
                row.getLong("no"),
                row.getString("scope"),
                row.getInt("year"),
                days.getOrDefault(row.getLong("no"), List.of()),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getString("published_by"),
                row.getString("document_no"),
                row.getString("source"));
    }

    /** @return with its number */
    Publication add(Publication p) {
        long no = db.sql("""
                        insert into calendar.publication (scope, year, published_at, published_by, document_no, source)
                        values (:scope, :year, :at, :by, :documentNo, :source) returning no
                        """)
                .param("scope", p.scope())
                .param("year", p.year())
                .param("at", p.at().atOffset(ZoneOffset.UTC))
                .param("by", p.by())
                .param("documentNo", p.documentNo())
                .param("source", p.source())
                .query(Long.class)
                .single();
        db.sql("""
                        insert into calendar.published_day (no, date, kind, name_zh)
                        select :no, date::date, kind, name
                        from unnest(:date::text[], :kind::text[], :name::text[]) as d(date, kind, name)
                        """)
                .param("no", no)
                .param("date", column(p, day -> day.date().toString()))
                .param("kind", column(p, day -> day.kind().name()))
                .param("name", column(p, SpecialDay::name))
                .update();
        return new Publication(no, p.scope(), p.year(), p.days(), p.at(), p.by(), p.documentNo(), p.source());
    }

    private static String[] column(Publication publication, Function<SpecialDay, String> of) {
        return publication.days().stream().map(of).toArray(String[]::new);
    }
}

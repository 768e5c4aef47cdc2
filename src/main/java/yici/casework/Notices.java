package yici.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.catalogue.Catalogue;
import yici.catalogue.Guide;
import yici.kit.Badge;
import yici.kit.Translated;

/**
 * Public notices in the database; what they are called and say is read from the guide's edition. The law puts them before everybody, so what
 * they say of a case is read as the house does, by whoever asks.
 */
@Component
class Notices {

    static final int PAGE = 20;

    private static final String NOTICE = """
            select n.id, n.application_id, n.no, n.attempt, n.stop, n.subject, n.credit_code, n.area, n.starts_on, n.ends_on,
                   f.item, f.name_zh, f.name_en, f.body_id, f.state, f.attempt as current_attempt, b.edition
            from casework.notice n
            join casework.case_file f on f.application_id = n.application_id and f.no = n.no
            join casework.bundle b on b.application_id = n.application_id
            """;

    private final JdbcClient db;
    private final Catalogue catalogue;

    Notices(JdbcClient db, Catalogue catalogue) {
        this.db = db;
        this.catalogue = catalogue;
    }

    /** In the caller's transaction, under the lock of the application. */
    void add(
            UUID id,
            Work work,
            int no,
            Guide.ClockStop stop,
            String subject,
            String creditCode,
            LocalDate startsOn,
            LocalDate endsOn) {
        db.sql("""
                        insert into casework.notice (application_id, no, attempt, id, stop, subject, credit_code, area, starts_on, ends_on)
                        values (:application, :no, :attempt, :id, :stop, :subject, :creditCode, :area, :startsOn, :endsOn)
                        """)
                .param("application", work.bundle().application())
                .param("no", no)
                .param("attempt", work.get(no).attempt())
                .param("id", id)
                .param("stop", stop.name())
                .param("subject", subject)
                .param("creditCode", creditCode)
                .param("area", work.areaOf(no))
                .param("startsOn", startsOn)
                .param("endsOn", endsOn)
                .update();
    }

    Optional<PublicNotice> find(UUID id) {
        return Badge.HOUSE.wearing(() -> db.sql(NOTICE + "where n.id = :id")
                .param("id", id)
                .query((row, _) -> notice(row))
                .optional());
    }

    Optional<PublicNotice> find(UUID application, int no, int attempt) {
        return db.sql(NOTICE + "where n.application_id = :id and n.no = :no and n.attempt = :attempt")
                .param("id", application)
                .param("no", no)
                .param("attempt", attempt)
                .query((row, _) -> notice(row))
                .optional();
    }

    /** Of each case the notice of its attempt of now. */
    List<PublicNotice> of(UUID application) {
        return db.sql(NOTICE + "where n.application_id = :id and n.attempt = f.attempt order by n.no")
                .param("id", application)
                .query((row, _) -> notice(row))
                .list();
    }

    /** Where the next page begins: after this one. */
    record Place(LocalDate startsOn, UUID id) {
        static final Place FIRST = new Place(LocalDate.of(9999, 1, 1), new UUID(0, 0));

        String text() {
            return startsOn + "_" + id;
        }

        /** Nonsense in an address begins at the beginning. */
        static Place read(String text) {
            var parts = text.split("_");
            if (parts.length != 2) return FIRST;
            try {
                return new Place(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (java.time.DateTimeException | IllegalArgumentException e) {
                return FIRST;
            }
        }
    }

    record Listing(List<PublicNotice> notices, Optional<Place> next) {}

    /**
     * Those that run today, the newest first.
     *
     * @param wanted a part of the name or the whole credit code; empty for all
     */
    Listing running(Collection<String> areas, String wanted, LocalDate today, Place after) {
        var found = Badge.HOUSE.wearing(() -> db.sql(NOTICE + """
                        where n.ends_on >= :today and f.state = 'SPECIAL_PROCEDURE' and f.attempt = n.attempt and n.area = any(:areas)
                          and (:wanted = '' or strpos(n.subject, :wanted) > 0 or n.credit_code = upper(:wanted))
                          and (n.starts_on, n.id) < (:startsOn, :id)
                        order by n.starts_on desc, n.id desc limit :limit
                        """)
                .param("today", today)
                .param("areas", areas.toArray(String[]::new))
                .param("wanted", wanted)
                .param("startsOn", after.startsOn())
                .param("id", after.id())
                .param("limit", PAGE + 1)
                .query((row, _) -> notice(row))
                .list());
        if (found.size() <= PAGE) return new Listing(found, Optional.empty());
        var last = found.get(PAGE - 1);
        return new Listing(found.subList(0, PAGE), Optional.of(new Place(last.startsOn(), last.id())));
    }

    private PublicNotice notice(ResultSet row) throws SQLException {
        var guide = catalogue.edition(row.getObject("edition", UUID.class)).guide();
        String stop = row.getString("stop");
        return new PublicNotice(
                row.getObject("id", UUID.class),
                row.getObject("application_id", UUID.class),
                row.getInt("no"),
                row.getInt("attempt"),
                Translated.of(row.getString("name_zh"), row.getString("name_en")),
                guide.item(row.getString("item")).clockStops().stream()
                        .filter(s -> s.name().equals(stop))
                        .flatMap(s -> s.notice().stream())
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("the guide knows no notice " + stop)),
                row.getString("subject"),
                row.getString("credit_code"),
                Optional.ofNullable(row.getString("body_id")),
                row.getString("area"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                CaseState.valueOf(row.getString("state")),
                row.getInt("current_attempt"));
    }
}

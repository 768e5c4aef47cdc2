package yici.openid;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Health and use of the parties, as they were seen. */
@Component
public class PartyFigures {

    public enum What {
        SIGNED_ON,
        WITH_PUSH,
        WITH_PKCE,
        WITH_STATE,
        WITH_NONCE,
        /** The code came back for tokens in time. */
        REDEEMED,
        /** With a proof of a key. */
        WITH_PROOF,
        ASKED_WHO,
        /** It said that it had ended the session. */
        LOGOUT_HEARD,
        LOGOUT_FAILED,
        /** By a code of the RFCs. */
        REFUSED
    }

    /** @param code empty for what is no error; @param said the last words that came with it */
    public record Line(
            String clientId, LocalDate day, What what, String code, long times, Instant lastAt, String said) {}

    /** More than a page could show of one party in a month. */
    private static final int LINES = 20_000;

    private final JdbcClient db;
    private final Sightings sightings;
    private final Clock clock;

    PartyFigures(JdbcClient db, Sightings sightings, Clock clock) {
        this.db = db;
        this.sightings = sightings;
        this.clock = clock;
    }

    /** The latest day first. */
    public List<Line> of(String clientId, int days) {
        return lines(List.of(clientId), days);
    }

    public Map<String, List<Line>> ofEach(List<String> clientIds, int days) {
        return lines(clientIds, days).stream().collect(Collectors.groupingBy(Line::clientId));
    }

    private List<Line> lines(List<String> clientIds, int days) {
        sightings.write();
        return db.sql("""
                        select * from openid.party_day where client_id = any(:clients) and day > :from
                        order by day desc, what, code limit :limit
                        """)
                .param("clients", clientIds.toArray(String[]::new))
                .param(
                        "from",
                        LocalDate.ofInstant(clock.instant(), yici.kit.View.ZONE).minusDays(days))
                .param("limit", LINES)
                .query((row, _) -> new Line(
                        row.getString("client_id"),
                        row.getObject("day", LocalDate.class),
                        What.valueOf(row.getString("what")),
                        row.getString("code"),
                        row.getLong("times"),
                        row.getTimestamp("last_at").toInstant(),
                        row.getString("said")))
                .list();
    }

    /** Logouts that a party has not heard of yet, by party. */
    public Map<String, Integer> logoutsWaiting() {
        return db
                .sql("""
                        select split_part(task_instance, ' ', 1) as client_id, count(*) as waiting
                        from openid.scheduled_tasks where task_name = :task group by 1
                        """)
                .param("task", TellParties.TELL.getTaskName())
                .query((row, _) -> Map.entry(row.getString("client_id"), row.getInt("waiting")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

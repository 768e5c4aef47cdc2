package yici.supervision;

import static yici.identity.Thing.Trait.AREA;
import static yici.identity.Thing.Trait.BODY;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.calendar.Supervision;
import yici.identity.Reach;
import yici.kit.Translated;

/** The cards, as staff read them. A page is a stretch of an index for each body or area, the newest first. */
@Component
class Cards {

    static final int PAGE = 20;

    /** Whose cards: of these bodies, or of these areas. Deny by default: of none there are none. */
    record Whose(String column, Collection<String> ids) {
        static Whose bodies(Collection<String> bodies) {
            return new Whose("body_id", bodies);
        }

        static Whose areas(Collection<String> areas) {
            return new Whose("area", areas);
        }
    }

    /** Only these; empty for all. */
    record Filter(Optional<Card.State> state, Optional<Supervision> level, Optional<String> body) {
        static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Where a page begins: after this card. */
    record Place(LocalDate since, UUID id) {
        static final Place FIRST = new Place(LocalDate.of(9999, 1, 1), new UUID(0, 0));

        /** As it travels in an address. */
        String text() {
            return since + "_" + id;
        }

        /** Nonsense in an address begins at the beginning. */
        static Place read(String text) {
            var parts = text.split("_");
            if (parts.length != 2) return FIRST;
            try {
                return new Place(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (DateTimeException | IllegalArgumentException e) {
                return FIRST;
            }
        }
    }

    /** @param next where the next page begins; empty on the last */
    record Listing(List<Card> cards, Optional<Place> next) {}

    /** How many cards of a body were issued, and what became of them. */
    record Count(Optional<String> body, String area, int open, int yellow, int red, int withdrawn) {}

    private static final Reach.Columns OF_CARD = Reach.Columns.of(Map.of(BODY, "c.body_id", AREA, "c.area"));

    private final JdbcClient db;

    Cards(JdbcClient db) {
        this.db = db;
    }

    Listing list(Whose whose, Filter filter, Place after) {
        var parameters = new HashMap<String, Object>();
        var where = new StringBuilder();
        filter.state().ifPresent(state -> add(where, parameters, "state", state.name()));
        filter.level().ifPresent(level -> add(where, parameters, "level", level.code()));
        filter.body().ifPresent(body -> add(where, parameters, "body_id", body));
        var cards = db.sql("""
                        select c.* from unnest(:ids::text[]) as mine (id)
                        cross join lateral (
                            select c.* from supervision.card_now c
                            where (c.since, c.id) < (:since, :after) and c.""" + whose.column() + " = mine.id" + where + """
                             order by c.since desc, c.id desc limit :limit) c
                        order by c.since desc, c.id desc limit :limit
                        """)
                .params(parameters)
                .param("ids", whose.ids().toArray(String[]::new))
                .param("since", after.since())
                .param("after", after.id())
                .param("limit", PAGE + 1)
                .query((row, _) -> card(row))
                .list();
        if (cards.size() <= PAGE) return new Listing(cards, Optional.empty());
        var last = cards.get(PAGE - 1);
        return new Listing(new ArrayList<>(cards.subList(0, PAGE)), Optional.of(new Place(last.since(), last.id())));
    }

    private static void add(StringBuilder where, Map<String, Object> parameters, String column, Object value) {
        where.append(" and c.").append(column).append(" = :").append(column);
        parameters.put(column, value);
    }

    Optional<Card> find(Reach mine, UUID id) {
        var condition = mine.on(OF_CARD);
        return db.sql("select * from supervision.card_now c where c.id = :id and " + condition.sql())
                .param("id", id)
                .params(condition.parameters())
                .query((row, _) -> card(row))
                .optional();
    }

    Optional<Card> find(Whose whose, UUID id) {
        return db.sql("select * from supervision.card_now c where c.id = :id and c." + whose.column() + " = any(:ids)")
                .param("id", id)
                .param("ids", whose.ids().toArray(String[]::new))
                .query((row, _) -> card(row))
                .optional();
    }

    /** By body, the one with most open cards first; of the cards since a day. */
    List<Count> counts(Collection<String> areas, LocalDate from) {
        return db.sql("""
                        select body_id, area, count(*) filter (where state in ('ISSUED', 'EXPLAINED')) as open,
                            count(*) filter (where state = 'CONFIRMED' and level = 2) as yellow,
                            count(*) filter (where state = 'CONFIRMED' and level = 5) as red,
                            count(*) filter (where state = 'WITHDRAWN') as withdrawn
                        from supervision.card_now where area = any(:areas) and since >= :from
                        group by body_id, area order by open desc, red desc, yellow desc, body_id, area limit 5000
                        """)
                .param("areas", areas.toArray(String[]::new))
                .param("from", from)
                .query((row, _) -> new Count(
                        body(row),
                        row.getString("area"),
                        row.getInt("open"),
                        row.getInt("yellow"),
                        row.getInt("red"),
                        row.getInt("withdrawn")))
                .list();
    }

    private static Card card(ResultSet row) throws SQLException {
        var state = Card.State.valueOf(row.getString("state"));
        var explainedAt = row.getObject("explained_at", OffsetDateTime.class);
        return new Card(
                row.getObject("id", UUID.class),
                row.getObject("application_id", UUID.class),
                row.getString("number"),
                row.getInt("no"),
                row.getString("rule"),
                level(row),
                body(row),
                row.getString("area"),
                Translated.of(row.getString("name_zh"), row.getString("name_en")),
                row.getObject("due_on", LocalDate.class),
                row.getObject("since", LocalDate.class),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getInt("seq"),
                state,
                explainedAt == null
                        ? Optional.empty()
                        : Optional.of(new Card.Explanation(
                                row.getString("explanation"), row.getString("explained_by"), explainedAt.toInstant())),
                state.isSettled()
                        ? Optional.of(new Card.Settlement(
                                row.getString("last_reason"),
                                row.getString("last_by"),
                                row.getObject("last_at", OffsetDateTime.class).toInstant()))
                        : Optional.empty());
    }

    static Supervision level(ResultSet row) throws SQLException {
        return row.getInt("level") == Supervision.RED.code() ? Supervision.RED : Supervision.YELLOW;
    }

    static Optional<String> body(ResultSet row) throws SQLException {
        return Optional.of(row.getString("body_id")).filter(id -> !id.isEmpty());
    }
}

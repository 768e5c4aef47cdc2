package yici.drafting;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import yici.identity.SignedIn;

/** What a person has typed on a page of a draft and not saved, so that nothing is lost. It is no part of the draft and nobody else sees it. */
@Repository
class KeepTyped {

    /** @param place which page it was typed on */
    record Kept(String place, Map<String, String> typed, Instant at) {}

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int MOST_INPUTS = 200;
    private static final int LONGEST = 4_000;
    private static final int LONGEST_PLACE = 300;

    private final JdbcClient db;
    private final DraftHand hand;

    KeepTyped(JdbcClient db, DraftHand hand) {
        this.db = db;
        this.hand = hand;
    }

    /** @throws yici.kit.NotFound for a draft of an area this person does not govern */
    @Transactional
    Optional<Kept> keep(SignedIn me, UUID draft, String place, Map<String, String> typed) {
        if (!hand.hold(me, draft).state().isWritable() || place.isBlank() || place.length() > LONGEST_PLACE)
            return Optional.empty();
        var kept = new LinkedHashMap<String, String>();
        typed.forEach((name, value) -> {
            if (!name.startsWith("_") && kept.size() < MOST_INPUTS && value.length() <= LONGEST)
                kept.put(name, value.replace("\0", ""));
        });
        var now = hand.now();
        db.sql("""
                        insert into drafting.kept (draft, account, place, typed, kept_at)
                        values (:draft, :account, :place, :typed::jsonb, :now)
                        on conflict (draft, account, place) do update set typed = excluded.typed, kept_at = excluded.kept_at
                        """)
                .param("draft", draft)
                .param("account", me.person())
                .param("place", place)
                .param("typed", MAPPER.writeValueAsString(kept))
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
        return Optional.of(new Kept(place, kept, now));
    }

    Optional<Kept> find(SignedIn me, UUID draft, String place) {
        return db.sql("""
                        select typed::text as typed, kept_at from drafting.kept
                        where draft = :draft and account = :account and place = :place
                        """)
                .param("draft", draft)
                .param("account", me.person())
                .param("place", place)
                .query((row, _) -> new Kept(
                        place,
                        read(row.getString("typed")),
                        row.getObject("kept_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private static Map<String, String> read(String json) {
        var typed = new LinkedHashMap<String, String>();
        MAPPER.readTree(json)
                .properties()
                .forEach(entry -> typed.put(entry.getKey(), entry.getValue().asString()));
        return Map.copyOf(typed);
    }

    void forget(SignedIn me, UUID draft, String place) {
        db.sql("delete from drafting.kept where draft = :draft and account = :account and place = :place")
                .param("draft", draft)
                .param("account", me.person())
                .param("place", place)
                .update();
    }
}

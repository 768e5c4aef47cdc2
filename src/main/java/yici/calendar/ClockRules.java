package yici.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The clocks of law. They are data: {@code law/clocks.csv}, taken in at every start. A rule that changed becomes a new edition; a clock that
 * runs names key and edition and keeps what it began with.
 */
@Component
public class ClockRules implements SmartInitializingSingleton {

    private final JdbcClient db;
    private final ClockRuleStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile Map<String, List<ClockRule>> editions = Map.of();

    ClockRules(JdbcClient db, ClockRuleStore store, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        load(shipped());
    }

    private static String shipped() {
        try {
            return new ClassPathResource("law/" + ClocksFile.NAME).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds an edition of every rule that says something new; a second time it does nothing.
     *
     * @throws yici.kit.ImportRefused when the table is wrong; nothing of it stays
     */
    void load(String csv) {
        var rules = ClocksFile.read(csv);
        transaction.executeWithoutResult(_ -> {
            db.sql("select stamp from calendar.edition for update")
                    .query(UUID.class)
                    .single(); // nodes start together
            var known = byKey(store.all());
            for (var rule : rules) {
                var before = known.getOrDefault(rule.key(), List.of());
                if (before.isEmpty() || !before.getLast().saysTheSameAs(rule))
                    store.add(rule.inEdition(before.size() + 1), clock.instant());
            }
        });
        editions = byKey(store.all());
    }

    /** In its newest edition. */
    public Optional<ClockRule> find(String key) {
        return Optional.ofNullable(editions.get(key)).map(List::getLast);
    }

    /** @throws IllegalArgumentException for a clock the law does not know */
    public ClockRule get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("no such clock: " + key));
    }

    /** The rule as a clock that runs began with it; perhaps brought in by another node after this one started. */
    public ClockRule get(String key, int edition) {
        var known = editions.getOrDefault(key, List.of());
        if (edition > known.size()) editions = byKey(store.all());
        known = editions.getOrDefault(key, List.of());
        if (edition < 1 || edition > known.size())
            throw new IllegalArgumentException("no such clock: " + key + " edition " + edition);
        return known.get(edition - 1);
    }

    /** The newest edition of each, by key. */
    public List<ClockRule> all() {
        return editions.values().stream().map(List::getLast).toList();
    }

    /** The statutory limit a promise would outlast; empty when it may be promised. Only limits in the same unit can be compared. */
    public Optional<Limit> outlasts(ClockRule rule, Limit promised) {
        return rule.within()
                .flatMap(this::find)
                .flatMap(ClockRule::limit)
                .filter(statutory -> statutory.unit() == promised.unit() && promised.isLongerThan(statutory));
    }

    private static Map<String, List<ClockRule>> byKey(Collection<ClockRule> inOrderOfEdition) {
        var editions = new TreeMap<String, List<ClockRule>>();
        for (var rule : inOrderOfEdition)
            editions.computeIfAbsent(rule.key(), _ -> new ArrayList<>()).add(rule);
        return editions;
    }
}

package yici.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import yici.kit.Language;

/** Public pages as they were last rendered: compressed, in memory, at most 64 MB of them; what was asked for longest ago goes first. */
@Component
class KeptPages {

    /** Beyond this a page is rendered anew even if nobody told of a change; until that is done, and if it fails, the old one is shown. */
    private static final Duration FRESH = Duration.ofSeconds(15);

    private static final int BYTES = 64 << 20;

    /** @param address path and query without the choices that follow */
    record Key(String address, Language language, String area, boolean large, boolean secure) {}

    private final Cache<Key, KeptPage> pages = Caffeine.newBuilder()
            .maximumWeight(BYTES)
            .weigher((Key key, KeptPage page) ->
                    page.weight() + 2 * key.address().length() + 200)
            .build();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong changes = new AtomicLong();
    private final Clock clock;

    KeptPages(Clock clock) {
        this.clock = clock;
    }

    Optional<KeptPage> find(Key key) {
        return Optional.ofNullable(pages.getIfPresent(key));
    }

    /** How many changes were heard of so far; asked before a page is rendered, for {@link #keep}. */
    long changes() {
        return changes.get();
    }

    /** A page during whose rendering something changed may show the old or the new: it is kept, and rendered anew at the next request. */
    void keep(Key key, KeptPage page, long changesBefore) {
        pages.put(key, page);
        if (changes.get() != changesBefore) page.setStale();
    }

    void forget(Key key) {
        pages.invalidate(key);
    }

    boolean isFresh(KeptPage page) {
        var age = Duration.between(page.renderedAt(), clock.instant()).abs(); // a clock may be set back
        return !page.isStale() && age.compareTo(FRESH) < 0;
    }

    /** Told after every change. */
    void whenChanged(Runnable told) {
        listeners.add(told);
    }

    /** Those that were read most of late first. */
    List<Key> stale(int most) {
        return pages
                .policy()
                .eviction()
                .map(eviction -> eviction.hottest(Integer.MAX_VALUE))
                .orElse(Map.of())
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().isStale())
                .map(Map.Entry::getKey)
                .limit(most)
                .toList();
    }

    /** Pages about this are rendered anew when next asked for. */
    void changed(String topic) {
        changes.incrementAndGet();
        pages.asMap().values().stream()
                .filter(page -> page.topics().contains(topic))
                .forEach(KeptPage::setStale);
        listeners.forEach(Runnable::run);
    }

    /** What was told while nobody listened is not known, so everything is rendered anew. */
    void somethingChanged() {
        changes.incrementAndGet();
        pages.asMap().values().forEach(KeptPage::setStale);
    }
}

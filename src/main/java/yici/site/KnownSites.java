package yici.site;

import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import yici.jurisdiction.Area;

/**
 * Which host name is which area's site. Every request asks, so it is kept in memory and looked up again now and then; with the database away it
 * stays as it was, for the pages that stand ready are still answered then.
 */
@Component
class KnownSites {

    private static final Logger log = LoggerFactory.getLogger(KnownSites.class);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    private record Known(Map<String, String> hosts, Map<String, Site> sites, Instant readAt) {}

    private final Sites sites;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Known known = new Known(Map.of(), Map.of(), Instant.MIN);

    KnownSites(Sites sites, Clock clock) {
        this.sites = sites;
        this.clock = clock;
    }

    /** The code of the area whose site answers under the host name of this request. */
    Optional<String> areaOf(HttpServletRequest request) {
        var host = Optional.ofNullable(request.getServerName()).orElse("");
        return Optional.ofNullable(now().hosts().get(host.toLowerCase(Locale.ROOT)));
    }

    Site of(Area area) {
        return Optional.ofNullable(now().sites().get(area.code())).orElseGet(() -> Site.byDefault(area));
    }

    /** After a change here; other nodes see it soon. */
    void lookAgain() {
        looking.lock();
        try {
            look();
        } finally {
            looking.unlock();
        }
    }

    private Known now() {
        var age = known.readAt().equals(Instant.MIN)
                ? LOOK_AGAIN
                : Duration.between(known.readAt(), clock.instant()).abs();
        if (age.compareTo(LOOK_AGAIN) >= 0 && looking.tryLock()) {
            try {
                look();
            } finally {
                looking.unlock();
            }
        }
        return known;
    }

    private void look() {
        var now = clock.instant();
        try {
            known = new Known(
                    sites.hosts(),
                    sites.all().stream().collect(toMap(site -> site.area().code(), site -> site)),
                    now);
        } catch (RuntimeException e) {
            log.info("host names stay as they are: {}", e.getMessage());
            known = new Known(known.hosts(), known.sites(), now);
        }
    }
}

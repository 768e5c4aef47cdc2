package yici.publication;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How often each work is read, by day: no cookie, no address, nobody told apart. Counted in memory and written every few seconds, so that a page
 * that stands ready stays without the database; a node that is killed takes the last seconds with it.
 */
@Component
@Order(-106) // before the pages that stand ready
class CountViews extends OncePerRequestFilter implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(CountViews.class);

    private static final int EVERY_S = 10;

    /** Between two writings; made-up addresses cannot fill the memory. */
    private static final int WORKS = 10_000;

    private static final int SHOWN_DAYS = 30;
    private static final Pattern WORK = Pattern.compile("(?:/[a-z]{2})?/works/([a-z0-9][a-z0-9-]{1,100})");
    private static final Pattern PROGRAM = Pattern.compile("(?i)bot|crawl|spider|curl|wget|feed|export");

    private final JdbcClient db;
    private final Clock clock;
    private final Map<String, LongAdder> read = new ConcurrentHashMap<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("views").factory());

    CountViews(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        writer.scheduleWithFixedDelay(this::writeQuietly, EVERY_S, EVERY_S, TimeUnit.SECONDS);
    }

    @Override
    public void destroy() {
        writer.shutdownNow();
        writeQuietly();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (!request.getMethod().equals("GET") || response.getStatus() >= 400) return;
        var work = WORK.matcher(request.getRequestURI());
        if (work.matches() && isPerson(request)) saw(work.group(1));
    }

    private static boolean isPerson(HttpServletRequest request) {
        return !PROGRAM.matcher(Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT))
                        .orElse(""))
                .find();
    }

    private void saw(String slug) {
        if (read.size() < WORKS || read.containsKey(slug))
            read.computeIfAbsent(slug, _ -> new LongAdder()).increment();
    }

    private void writeQuietly() {
        try {
            write();
        } catch (DataAccessException e) {
            log.warn("views were not written: {}", e.getMessage());
        }
    }

    void write() {
        for (var slug : read.keySet()) {
            var views =
                    Optional.ofNullable(read.remove(slug)).map(LongAdder::sum).orElse(0L);
            if (views > 0)
                db.sql("""
                                insert into publication.view (work, day, views)
                                select w.id, :day, :views from publication.work w where w.slug = :slug
                                on conflict (work, day) do update set views = view.views + excluded.views
                                """)
                        .param("slug", slug)
                        .param("day", today())
                        .param("views", views)
                        .update();
        }
    }

    /** In the last thirty days. */
    long of(UUID work) {
        return db.sql("select coalesce(sum(views), 0) from publication.view where work = :work and day > :since")
                .param("work", work)
                .param("since", today().minusDays(SHOWN_DAYS))
                .query(Long.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), yici.kit.View.ZONE);
    }
}

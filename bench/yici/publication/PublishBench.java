package yici.publication;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import yici.house.Launched;
import yici.house.Load;
import yici.house.People;
import yici.house.Product;
import yici.jurisdiction.Post;
import yici.kit.Language;

/**
 * How long until what is published is read on every node, how long until 100,000 works have all been rendered anew, and how long a search of
 * them takes beside reading all their texts in the database.
 */
public final class PublishBench {

    private static final String AREA = "430000000000";
    private static final int EDITIONS = 30;
    private static final int WORKS = 100_000;
    private static final int WORKERS = 4;

    private final Product product = Product.running();
    private final JdbcClient db = product.bean(JdbcClient.class);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private PublishBench() {}

    public static void main(String[] arguments) throws Exception {
        measure();
        System.exit(0);
    }

    public static void measure() throws IOException, InterruptedException {
        var bench = new PublishBench();
        try (var second = bench.secondNode()) {
            bench.visible(second.url());
        }
        bench.rebuild();
        bench.search();
    }

    private Launched secondNode() throws IOException, InterruptedException {
        var pool = product.bean(HikariDataSource.class);
        return Launched.fromClasses(
                        Files.createTempDirectory(Path.of("target"), "second-"),
                        "--yici.db.url=" + pool.getJdbcUrl(),
                        "--yici.db.user=" + String.valueOf(pool.getUsername()).replace("null", ""),
                        "--yici.db.password="
                                + String.valueOf(pool.getPassword()).replace("null", ""))
                .untilReady();
    }

    /** From the press of the button to the first answer with the new text, on the node that published and on the other. */
    private void visible(String other) throws IOException, InterruptedException {
        var editor = People.staff(Post.Role.EDITOR, AREA).me();
        var reviewer = People.staff(Post.Role.REVIEWER, AREA).me();
        var slug = "bench-" + UUID.randomUUID();
        product.bean(KeepWork.class)
                .begin(
                        editor,
                        new KeepWork.Typed(
                                slug, "notice", "", AREA, "省政府", "省政府", "", "", "2019-05-06", Set.of(), "", Map.of()));
        var work = product.bean(KeptWorks.class).find(slug).orElseThrow();
        var here = new ArrayList<Double>();
        var there = new ArrayList<Double>();
        for (int number = 1; number <= EDITIONS; number++) {
            var title = "第 " + number + " 版";
            product.bean(WriteEdition.class)
                    .write(editor, slug, Language.ZH, new WriteEdition.Typed(title, "", "正文", "", "", "改"));
            long pressed = System.nanoTime();
            product.bean(BringOn.class)
                    .bring(reviewer, new BringOn.Which(work.id(), Language.ZH, number), PublicationAct.FORCED, "量");
            here.add(until(product.url() + "/zh/works/" + slug, title, pressed));
            there.add(until(other + "/zh/works/" + slug, title, pressed));
        }
        System.out.printf(
                "published and read on the same node, median %6.0f ms, worst %6.0f ms%n", middle(here), worst(here));
        System.out.printf(
                "published and read on another node,  median %6.0f ms, worst %6.0f ms%n", middle(there), worst(there));
        line("publish to visible on every node, worst, at most 1 s", Math.max(worst(here), worst(there)) / 1000, 1);
    }

    private double until(String address, String title, long pressed) throws IOException, InterruptedException {
        while (!get(address).contains("<h1") || !get(address).contains(title)) {
            if (System.nanoTime() - pressed > Duration.ofSeconds(30).toNanos())
                throw new IllegalStateException(address + " never shows " + title);
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return (System.nanoTime() - pressed) / 1e6;
    }

    private void rebuild() {
        long began = System.nanoTime();
        db.sql("""
                insert into publication.work (id, slug, kind, form, area, body, source_name, source_url, formed_on, fields)
                select gen_random_uuid(), 'many-' || n, 'article', '', :area, '省政府', '{"zh":"省政府"}', '', date '2019-01-01' + n % 700, '{}'
                from generate_series(1, :works) n
                """).param("area", AREA).param("works", WORKS).update();
        db.sql("""
                insert into publication.edition (work, language, number, title, summary, markdown, translator, change_note, written_name, written_at)
                select w.id, 'zh', 1, '第' || n || '号通知', '关于第' || n || '件事的通知',
                    (select string_agg('## 第' || p || '节' || chr(10) || chr(10) || '各市州、县市区人民政府：' || substr(:text, (n * p) % 300 + 1, 160), chr(10) || chr(10))
                     from generate_series(1, 4) p), '', '首次发布', '省政府', now()
                from publication.work w cross join lateral (select substr(w.slug, 6)::integer as n) x where w.slug like 'many-%'
                """).param("text", text()).update();
        db.sql("""
                insert into publication.standing (work, language, number, state, reviews, published_at, reason)
                select id, 'zh', 1, 'PUBLISHED', 3, now(), '' from publication.work where slug like 'many-%'
                """).update();
        db.sql("analyze publication.edition, publication.work, publication.standing")
                .update();
        System.out.printf("%,d works written in %.0f s%n", WORKS, (System.nanoTime() - began) / 1e9);

        var next = new AtomicInteger();
        var done = Load.repeat(WORKERS, Duration.ofMinutes(15), _ -> {
            int n = next.incrementAndGet();
            if (n > WORKS) return false;
            if (!get(product.url() + "/zh/works/many-" + n).contains("第" + n + "号通知"))
                throw new IllegalStateException("work " + n + " is not itself");
            return true;
        });
        System.out.printf("%,d pages rendered and read, %.0f per second%n", done.times(), done.perSecond());
        line("a rebuild of 100,000 works, minutes, at most 10", WORKS / done.perSecond() / 60, 10);
    }

    private void search() {
        var find = product.bean(FindWorks.class);
        for (var words : List.of("第99731号通知", "人民政府 预算", "没有人写过的词")) {
            find.find(new FindWorks.Asked(words, ""), Language.ZH, 0, 20);
            double own = time(() -> find.find(new FindWorks.Asked(words, ""), Language.ZH, 0, 20));
            double raw = time(
                    () -> db.sql("""
                            select count(*) from publication.edition e join publication.standing s using (work, language, number)
                            where s.state = 'PUBLISHED' and e.language = 'zh' and not exists (
                                select from unnest(string_to_array(:words, ' ')) word
                                where position(word in lower(e.title || ' ' || e.summary || ' ' || e.markdown)) = 0)
                            """).param("words", words).query(Integer.class).single());
            System.out.printf(
                    "search for %-16s %8.1f ms; reading all texts in the database %8.1f ms%n", words, own, raw);
        }
    }

    private static double time(Runnable work) {
        var times = new ArrayList<Double>();
        for (int i = 0; i < 5; i++) {
            long began = System.nanoTime();
            work.run();
            times.add((System.nanoTime() - began) / 1e6);
        }
        return middle(times);
    }

    private static String text() {
        var signs = "为进一步优化营商环境方便群众办事经研究决定现将有关事项通知如下请认真贯彻执行预算执行情况公开透明数据共享材料精简时限压缩";
        var text = new StringBuilder();
        for (int i = 0; i < 600; i++) text.append(signs.charAt(i * 7 % signs.length()));
        return text.toString();
    }

    private static double middle(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private static double worst(List<Double> times) {
        return times.stream().mapToDouble(t -> t).max().orElseThrow();
    }

    private static void line(String what, double figure, double limit) {
        System.out.printf("%-60s %6.2f  %s%n", what, figure, figure <= limit ? "reached" : "MISSED");
    }

    private String get(String address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address)).header("Accept-Language", "zh-CN");
        return client.send(request.build(), BodyHandlers.ofString()).body();
    }
}

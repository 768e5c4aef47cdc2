package yici.publication;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.catalogue.AlsoFound;
import yici.kit.Language;

/** Published works by their words: all words must stand somewhere in title, summary or text, in the reader's language or in Chinese. */
@Component
class FindWorks implements AlsoFound {

    static final int LONGEST = 100;
    private static final int MOST_WORDS = 8;

    /** @param kind empty: every kind */
    private static final int MOST_GRAMS = 60;

    record Asked(String q, String kind) {
        Asked {
            q = q.strip().substring(0, Math.min(LONGEST, q.strip().length()));
        }

        /** A query for the index: all pairs of signs of all words; empty when no word has two signs. */
        private String grams() {
            return Arrays.stream(words())
                    .flatMap(word -> pairs(word))
                    .distinct()
                    .limit(MOST_GRAMS)
                    .map(pair -> "'" + pair.replace("\\", "\\\\").replace("'", "''") + "'")
                    .collect(Collectors.joining(" & "));
        }

        private static Stream<String> pairs(String word) {
            var signs = word.codePoints().mapToObj(Character::toString).toList();
            return IntStream.range(0, Math.max(0, signs.size() - 1)).mapToObj(i -> signs.get(i) + signs.get(i + 1));
        }

        private String[] words() {
            return Arrays.stream(q.toLowerCase(Locale.ROOT).split("[\\s\\u3000]+"))
                    .filter(word -> !word.isEmpty())
                    .limit(MOST_WORDS)
                    .toArray(String[]::new);
        }
    }

    private static final String FOUND = """
            from publication.work w
            cross join lateral (
                select e.language, e.title, e.summary, s.published_at, lower(e.title || ' ' || e.summary || ' ' || e.markdown) as text
                from publication.edition e join publication.standing s using (work, language, number)
                where e.work = w.id and e.language in (:language, 'zh') and s.state = 'PUBLISHED'
                order by e.language = 'zh' limit 1) t
            where :kind in ('', w.kind)
              and %s
              and not exists (select from unnest(:words::text[]) word where position(word in t.text) = 0)
            """;

    /** What the index leaves; texts too long for it are always looked through. */
    private static final String BY_INDEX = """
            w.id in (select g.work from publication.edition g where g.grams @@ :grams::tsquery
                union all select l.work from publication.edition l where l.is_long)
            """;

    private final JdbcClient db;

    FindWorks(JdbcClient db) {
        this.db = db;
    }

    /** Those with all words in their title first, then the newest. */
    List<Line> find(Asked asked, Language language, int skip, int most) {
        return of(
                        "select w.slug, w.kind, w.form, w.formed_on, t.language, t.title, t.summary, t.published_at "
                                + FOUND + """
                        order by exists (select from unnest(:words::text[]) word where position(word in lower(t.title)) = 0),
                            w.formed_on desc, w.slug offset :skip limit :most
                        """,
                        asked,
                        language)
                .param("skip", skip)
                .param("most", most)
                .query((row, _) -> ListWorks.line(row))
                .list();
    }

    int count(Asked asked, Language language) {
        return of("select count(*) " + FOUND, asked, language)
                .query(Integer.class)
                .single();
    }

    /** What was published last of what is asked for, for a feed. */
    List<Feed.Entry> newest(Asked asked, Language language, String base) {
        return of("""
                        select w.id, w.slug, w.kind, w.body, t.language, t.title, t.summary, t.published_at, (
                            select min(s.published_at) from publication.standing s
                            where s.work = w.id and s.language = t.language) as first_at
                        """ + FOUND + "order by t.published_at desc, w.id desc limit :most", asked, language)
                .param("most", ListFeed.MOST)
                .query((row, _) -> ListFeed.entry(row, base))
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, Asked asked, Language language) {
        return db.sql(sql.formatted(asked.grams().isEmpty() ? "true" : BY_INDEX))
                .param("words", asked.words())
                .param("grams", asked.grams())
                .param("kind", asked.kind())
                .param("language", language.code());
    }

    @Override
    public Optional<Also> of(String asked, Language language) {
        int count = count(new Asked(asked, ""), language);
        return count == 0 ? Optional.empty() : Optional.of(new Also("publication.found.also", count, "/works"));
    }
}

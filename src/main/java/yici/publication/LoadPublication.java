package yici.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import yici.jurisdiction.Areas;
import yici.kit.Csv;
import yici.kit.Ids;
import yici.kit.ImportRefused;
import yici.kit.Language;
import yici.kit.SampleLoader;
import yici.kit.View;

/** {@code publication/}: columns, terms and works of the demonstration. An edition that is there already stays as it is. */
@Component
class LoadPublication implements SampleLoader {

    private static final Pattern FILE = Pattern.compile("([a-z]{2})(?:\\.([2-9]))?\\.md");

    /** Between an edition of the sample and the next. */
    private static final int DAYS_BETWEEN_EDITIONS = 14;

    private record RawColumn(
            String key,
            String area,
            Map<String, String> names,
            Map<String, String> descriptions,
            String freshness,
            String curator,
            String counterpart) {}

    private record RawWork(
            String slug,
            String kind,
            String area,
            List<String> columns,
            String body,
            Map<String, String> sourceName,
            String sourceUrl,
            LocalDate publishedOn,
            Map<String, String> fields,
            List<String> explains,
            String form,
            Map<String, String> untranslated) {}

    private final KeptWorks kept;
    private final Kinds kinds;
    private final Areas areas;
    private final JdbcClient db;
    private final Clock clock;

    LoadPublication(KeptWorks kept, Kinds kinds, Areas areas, JdbcClient db, Clock clock) {
        this.kept = kept;
        this.kinds = kinds;
        this.areas = areas;
        this.db = db;
        this.clock = clock;
    }

    @Override
    public String room() {
        return "publication";
    }

    @Override
    public int step() {
        return 60;
    }

    @Override
    public void load(Path sample) {
        var folder = sample.resolve("publication");
        if (!Files.isDirectory(folder)) return;
        terms(folder);
        columns(folder.resolve("columns.json"));
        var works = new HashMap<Path, RawWork>();
        try (var folders = Files.list(folder.resolve("works"))) {
            for (var one : folders.filter(Files::isDirectory).sorted().toList())
                works.put(one, JsonMapper.shared().readValue(read(one.resolve("work.json")), RawWork.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        works.forEach(this::work);
        works.values().forEach(this::explanations);
        shared(folder);
        disclosed(folder);
    }

    /** Which works are records to be disclosed; what an editor has said since stays. */
    private void disclosed(Path folder) {
        if (!Files.isRegularFile(folder.resolve("disclosure.csv"))) return;
        for (var row : Csv.read(folder, "disclosure.csv", "work", "item"))
            db.sql("""
                            insert into publication.disclosure (work, item, set_name, set_at)
                            select w.id, :item::smallint, '', :now from publication.work w where w.slug = :work
                            on conflict (work) do nothing
                            """)
                    .params(new HashMap<String, Object>(row.values()))
                    .param("now", KeptWorks.at(clock.instant()))
                    .update();
    }

    /** Works that another area shows by hand. */
    private void shared(Path folder) {
        if (!Files.isRegularFile(folder.resolve("shared.csv"))) return;
        for (var row : Csv.read(folder, "shared.csv", "work", "area", "offeredBy", "takenBy"))
            db.sql("""
                            insert into publication.offering (work, area, offered_name, offered_at, taken_name, taken_at)
                            select w.id, :area, :offeredBy, :now, :takenBy, :now from publication.work w where w.slug = :work
                            on conflict (work, area) do nothing
                            """)
                    .params(new HashMap<String, Object>(row.values()))
                    .param("now", KeptWorks.at(clock.instant()))
                    .update();
    }

    private void terms(Path folder) {
        for (var row : Csv.read(folder, "terms.csv", "zh", "en", "fr", "ko", "ja", "note"))
            db.sql("""
                            insert into publication.term (zh, en, fr, ko, ja, note) values (:zh, :en, :fr, :ko, :ja, :note)
                            on conflict (zh) do nothing
                            """).params(new HashMap<String, Object>(row.values())).update();
    }

    private void columns(Path file) {
        int position = 0;
        for (var raw : JsonMapper.shared().readValue(read(file), RawColumn[].class)) {
            if (areas.find(raw.area()).isEmpty()) throw refused(raw.key(), "unknown area " + raw.area());
            db.sql("""
                            insert into publication.special_column (key, area, names, descriptions, curator, freshness_days, counterpart,
                                position)
                            values (:key, :area, :names::jsonb, :descriptions::jsonb, :curator, :freshness, :counterpart, :position)
                            on conflict (key) do nothing
                            """)
                    .param("key", raw.key())
                    .param("area", raw.area())
                    .param("names", Texts.json(raw.names()))
                    .param("descriptions", Texts.json(raw.descriptions()))
                    .param("curator", raw.curator())
                    .param("freshness", Period.parse(raw.freshness()).getDays())
                    .param("counterpart", raw.counterpart())
                    .param("position", position++)
                    .update();
        }
    }

    private void work(Path folder, RawWork raw) {
        var kind = kinds.find(raw.kind()).orElseThrow(() -> refused(raw.slug(), "unknown kind " + raw.kind()));
        var missing = kind.missing(raw.fields());
        if (!missing.isEmpty())
            throw refused(raw.slug(), "misses " + missing.getFirst().key());
        if (areas.find(raw.area()).isEmpty()) throw refused(raw.slug(), "unknown area " + raw.area());
        var id = kept.find(raw.slug()).map(Work::id).orElseGet(() -> add(raw));
        members(id, raw);
        raw.untranslated()
                .forEach((code, reason) -> kept.leaveOut(id, Language.of(code).orElseThrow(), reason));
        editions(id, folder, raw);
    }

    private UUID add(RawWork raw) {
        var work = new Work(
                Ids.fresh(clock),
                raw.slug(),
                raw.kind(),
                raw.form(),
                raw.area(),
                raw.body(),
                Texts.of(raw.sourceName()),
                raw.sourceUrl(),
                raw.publishedOn(),
                raw.fields());
        kept.add(work);
        return work.id();
    }

    private void members(UUID work, RawWork raw) {
        for (var column : raw.columns())
            db.sql("""
                            insert into publication.membership (special_column, work) values (:column, :work) on conflict do nothing
                            """).param("column", column).param("work", work).update();
    }

    private void explanations(RawWork raw) {
        for (var slug : raw.explains())
            kept.explains(
                    kept.find(raw.slug()).orElseThrow().id(),
                    kept.find(slug)
                            .orElseThrow(() -> refused(raw.slug(), "explains " + slug + ", which is not there"))
                            .id());
    }

    private void editions(UUID work, Path folder, RawWork raw) {
        var files = new ArrayList<Edition>();
        try (Stream<Path> all = Files.list(folder)) {
            for (var file : all.sorted().toList()) {
                var name = FILE.matcher(file.getFileName().toString());
                if (name.matches())
                    files.add(edition(
                            work,
                            Language.of(name.group(1)).orElseThrow(),
                            name.group(2) == null ? 1 : Integer.parseInt(name.group(2)),
                            file,
                            raw));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(java.util.Comparator.comparing(Edition::number));
        for (var edition : files) {
            if (kept.edition(work, edition.language(), edition.number()).isPresent()) continue;
            kept.archive(work, edition.language());
            kept.add(edition, Standing.DRAFT.published(edition.author().at(), ""));
        }
    }

    private Edition edition(UUID work, Language language, int number, Path file, RawWork raw) {
        var text = read(file);
        int end = text.indexOf("\n---", 4);
        if (!text.startsWith("---\n") || end < 0)
            throw refused(raw.slug(), file.getFileName() + " has no front matter");
        var head = new HashMap<String, String>();
        for (var line : text.substring(4, end).split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0)
                head.put(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
        }
        return new Edition(
                work,
                language,
                number,
                head.getOrDefault("title", ""),
                head.getOrDefault("summary", ""),
                text.substring(text.indexOf('\n', end + 1) + 1).strip() + "\n",
                language == Language.ZH
                        ? OptionalInt.empty()
                        : OptionalInt.of(Integer.parseInt(head.getOrDefault("madeFrom", "1"))),
                head.getOrDefault("translator", ""),
                head.getOrDefault("changeNote", ""),
                new Edition.Author(Optional.empty(), raw.body(), day(raw, number)));
    }

    private Instant day(RawWork raw, int number) {
        var then = raw.publishedOn()
                .plusDays((number - 1L) * DAYS_BETWEEN_EDITIONS)
                .atTime(LocalTime.of(9, 0))
                .atZone(View.ZONE)
                .toInstant();
        var now = clock.instant();
        return then.isAfter(now) ? now : then;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ImportRefused refused(String key, String why) {
        return new ImportRefused("publication", 0, key, why);
    }
}

package yici.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import yici.jurisdiction.Areas;
import yici.kit.ImportRefused;
import yici.kit.SampleLoader;

/** {@code sites.json}: own sites of areas of the demonstration. One that is there already stays as its editors made it. */
@Component
class LoadSites implements SampleLoader {

    private record RawSite(
            String area,
            Map<String, String> names,
            Map<String, String> leads,
            Map<String, String> contacts,
            String colour,
            List<String> blocks,
            List<String> hosts) {}

    private final Sites sites;
    private final Areas areas;
    private final JdbcClient db;
    private final Clock clock;

    LoadSites(Sites sites, Areas areas, JdbcClient db, Clock clock) {
        this.sites = sites;
        this.areas = areas;
        this.db = db;
        this.clock = clock;
    }

    @Override
    public String room() {
        return "site";
    }

    @Override
    public int step() {
        return 70;
    }

    @Override
    public void load(Path sample) {
        var file = sample.resolve("sites.json");
        if (!Files.isRegularFile(file)) return;
        try {
            for (var raw : JsonMapper.shared().readValue(Files.readString(file), RawSite[].class)) site(raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void site(RawSite raw) {
        var area = areas.find(raw.area())
                .orElseThrow(() -> new ImportRefused("site", 0, raw.area(), "unknown area " + raw.area()));
        if (isThere(area.code())) return;

        var blocks = raw.blocks().stream()
                .map(key -> Block.of(key)
                        .orElseThrow(() -> new ImportRefused("site", 0, raw.area(), "unknown block " + key)))
                .toList();
        sites.keep(
                new Site(
                        area,
                        Sites.text(raw.names()),
                        Sites.text(raw.leads()),
                        Sites.text(raw.contacts()),
                        raw.colour(),
                        blocks),
                clock.instant());
        sites.keepHosts(area.code(), raw.hosts());
    }

    private boolean isThere(String area) {
        return db.sql("select count(*) from site.area_site where area = :area")
                        .param("area", area)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}

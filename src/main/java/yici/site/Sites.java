package yici.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.kit.Language;
import yici.kit.Translated;

/** The own sites of areas, and the host names they answer to. */
@Component
class Sites {

    private static final TypeReference<Map<String, String>> BY_LANGUAGE = new TypeReference<>() {};

    private final JdbcClient db;
    private final Areas areas;

    Sites(JdbcClient db, Areas areas) {
        this.db = db;
        this.areas = areas;
    }

    /** As the area has made it, or as its level has it. */
    Site of(Area area) {
        return db.sql("select area, names, leads, contacts, colour, blocks from site.area_site where area = :area")
                .param("area", area.code())
                .query((row, _) -> site(row))
                .optional()
                .orElseGet(() -> Site.byDefault(area));
    }

    List<Site> all() {
        return db.sql("select area, names, leads, contacts, colour, blocks from site.area_site order by area")
                .query((row, _) -> site(row))
                .list();
    }

    /** Area by host name. */
    Map<String, String> hosts() {
        var hosts = new LinkedHashMap<String, String>();
        db.sql("select host, area from site.host_name order by host").query(row -> {
            hosts.put(row.getString("host"), row.getString("area"));
        });
        return hosts;
    }

    List<String> hosts(String area) {
        return hosts().entrySet().stream()
                .filter(host -> host.getValue().equals(area))
                .map(Map.Entry::getKey)
                .toList();
    }

    void keep(Site site, Instant now) {
        db.sql("""
                        insert into site.area_site (area, names, leads, contacts, colour, blocks, changed_at)
                        values (:area, :names::jsonb, :leads::jsonb, :contacts::jsonb, :colour, :blocks::text[], :now)
                        on conflict (area) do update set names = excluded.names, leads = excluded.leads, contacts = excluded.contacts,
                            colour = excluded.colour, blocks = excluded.blocks, changed_at = excluded.changed_at
                        """)
                .param("area", site.area().code())
                .param("names", json(site.name()))
                .param("leads", json(site.lead()))
                .param("contacts", json(site.contact()))
                .param("colour", site.colour())
                .param("blocks", site.blocks().stream().map(Block::key).toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** These and no others lead to the area. */
    void keepHosts(String area, List<String> hosts) {
        db.sql("delete from site.host_name where area = :area")
                .param("area", area)
                .update();
        for (var host : hosts)
            db.sql("insert into site.host_name (host, area) values (:host, :area)")
                    .param("host", host)
                    .param("area", area)
                    .update();
    }

    static Translated text(Map<String, String> byCode) {
        var texts = new EnumMap<Language, String>(Language.class);
        texts.put(Language.ZH, "");
        byCode.forEach((code, text) -> Language.of(code)
                .filter(_ -> !text.isBlank())
                .ifPresent(language -> texts.put(language, text.strip())));
        return new Translated(texts);
    }

    private Site site(ResultSet row) throws SQLException {
        var area = areas.get(row.getString("area"));
        var blocks = Arrays.stream((String[]) row.getArray("blocks").getArray())
                .flatMap(key -> Block.of(key).stream())
                .toList();
        return new Site(
                area,
                text(JsonMapper.shared().readValue(row.getString("names"), BY_LANGUAGE)),
                text(JsonMapper.shared().readValue(row.getString("leads"), BY_LANGUAGE)),
                text(JsonMapper.shared().readValue(row.getString("contacts"), BY_LANGUAGE)),
                row.getString("colour"),
                blocks.isEmpty() ? Block.byDefault(area.level()) : blocks);
    }

    private static String json(Translated text) {
        var byCode = new TreeMap<String, String>();
        text.texts().forEach((language, words) -> byCode.put(language.code(), words));
        return JsonMapper.shared().writeValueAsString(byCode);
    }
}

package yici.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import yici.catalogue.Holding;
import yici.kit.NotFound;

/** The records of the catalogue for programs: listed page by page, and each at its own address. */
@RestController
class RecordsApi {

    static final String LIST = "/api/v1/catalogue/records";

    private final ReadAsked reading;
    private final Records records;

    RecordsApi(ReadAsked reading, Records records) {
        this.reading = reading;
        this.records = records;
    }

    @GetMapping(LIST)
    ResponseEntity<byte[]> list(@RequestParam Map<String, String> typed) {
        var asked = reading.read(typed, Parameter.OF_LIST);
        var found = records.matching(asked);
        long from = (asked.page() - 1L) * asked.limit();
        var shown = found.stream().skip(from).limit(asked.limit()).toList();
        var answer = Answer.json(page(asked, found.size(), shown));
        var links = links(asked.page(), from + shown.size() < found.size());
        var head = answer.head();
        if (!links.isEmpty()) head.header(HttpHeaders.LINK, String.join(", ", links));
        return head.body(answer.bytes());
    }

    private static ObjectNode page(Asked asked, int total, List<Records.Entry> shown) {
        var page = JsonNodeFactory.instance.objectNode();
        page.put("day", asked.on().toString())
                .put("total", total)
                .put("page", asked.page())
                .put("limit", asked.limit());
        var entries = page.putArray("entries");
        for (var entry : shown) entries.add(line(entry, asked.whole()));
        return page;
    }

    private static ObjectNode line(Records.Entry entry, boolean whole) {
        var line = JsonNodeFactory.instance.objectNode();
        line.put("kind", entry.kind().name())
                .put("key", entry.key())
                .put("address", Records.address(entry.kind(), entry.key()));
        var name = line.putObject("name");
        entry.name().texts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(text -> name.put(text.getKey().name(), text.getValue()));
        entry.since().ifPresent(since -> line.put("since", since.toString()));
        if (whole) line.set("record", entry.json());
        return line;
    }

    /** Where to go on (RFC 8288). */
    private static List<String> links(int page, boolean more) {
        var links = new ArrayList<String>();
        if (more) links.add(link(page + 1, "next"));
        if (page > 1) links.add(link(page - 1, "prev"));
        return links;
    }

    private static String link(int page, String rel) {
        var address = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam(Parameter.PAGE.key(), page)
                .build()
                .toUri();
        var query = address.getRawQuery();
        return "<" + address.getRawPath() + (query == null ? "" : "?" + query) + ">; rel=\"" + rel + "\"";
    }

    @GetMapping("/api/v1/catalogue/topics/{audience}/{topic}")
    ResponseEntity<byte[]> topic(
            @PathVariable String audience, @PathVariable String topic, @RequestParam Map<String, String> typed) {
        return one(Holding.Kind.TOPIC, audience + "/" + topic, typed);
    }

    @GetMapping("/api/v1/catalogue/life-events/{code}")
    ResponseEntity<byte[]> lifeEvent(@PathVariable String code, @RequestParam Map<String, String> typed) {
        return one(Holding.Kind.LIFE_EVENT, code, typed);
    }

    @GetMapping("/api/v1/catalogue/life-events/{code}/variants/{variant}")
    ResponseEntity<byte[]> variant(
            @PathVariable String code, @PathVariable String variant, @RequestParam Map<String, String> typed) {
        return one(Holding.Kind.VARIANT, code + "/" + variant, typed);
    }

    @GetMapping("/api/v1/catalogue/services/{key}")
    ResponseEntity<byte[]> service(@PathVariable String key, @RequestParam Map<String, String> typed) {
        return one(Holding.Kind.SERVICE, key, typed);
    }

    @GetMapping("/api/v1/catalogue/services/{key}/offers/{area}")
    ResponseEntity<byte[]> offer(
            @PathVariable String key, @PathVariable String area, @RequestParam Map<String, String> typed) {
        return one(Holding.Kind.OFFER, key + "/" + area, typed);
    }

    private ResponseEntity<byte[]> one(Holding.Kind kind, String key, Map<String, String> typed) {
        var asked = reading.read(typed, Parameter.OF_DAY);
        var entry = records.find(kind, key, asked.on()).orElseThrow(() -> new NotFound(kind + " " + key));
        return Answer.json(entry.json()).send();
    }
}

package yici.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import yici.audit.AuditLog;
import yici.catalogue.Holding;
import yici.catalogue.ServiceOffers;
import yici.house.Http;
import yici.house.People;
import yici.house.Product;
import yici.identity.SignedIn;
import yici.kit.Forbidden;

/** Files are looked through, confirmed by a second person, and of each record it is said what came of it. */
class ImportTest {

    private static final String PROVINCE = "430000000000";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Product product = Product.running();
    private final LookThroughFiles look = product.bean(LookThroughFiles.class);
    private final SettleImport settle = product.bean(SettleImport.class);
    private final Imports imports = product.bean(Imports.class);
    private final Format format = product.bean(Format.class);
    private final SignedIn author = People.administrator(PROVINCE).me();
    private final SignedIn second = People.administrator(PROVINCE).me();

    @Test
    void what_is_exported_comes_back_unchanged() {
        var lines = lines(looked(Format.write(format.export(today())), today()));

        assertThat(lines).hasSizeGreaterThan(100);
        assertThat(lines).extracting(Line::outcome).containsOnly(Line.Outcome.UNCHANGED);
        assertThat(lines).extracting(Line::kind).contains(Holding.Kind.values());
    }

    @Test
    void a_new_service_and_an_offer_of_it_come_in_and_the_second_time_nothing_is_new() {
        var key = "imported-" + UUID.randomUUID().toString().substring(0, 8);
        var text = document(service(key), offer(key, "430523000000", "本县当天办结。"));

        var id = looked(text, today());
        assertThat(outcomes(id)).containsExactly(Line.Outcome.CREATED, Line.Outcome.CREATED);
        assertThat(offered(key)).isEmpty();
        assertThat(settle.confirm(author, id)).isInstanceOf(SettleImport.Settled.OwnFiles.class);
        assertThat(settled(id)).isInstanceOf(SettleImport.Settled.Done.class);

        assertThat(offered(key).orElseThrow().service().promised().value()).isEqualTo(1);
        assertThat(offered(key).orElseThrow().differences())
                .extracting(c -> c.reason())
                .containsExactly("本县当天办结。");
        assertThat(new Http().get("/services/" + key + "/offers/430523000000").body())
                .contains("本县当天办结。");
        assertThat(outcomes(looked(text, today()))).containsOnly(Line.Outcome.UNCHANGED);
        assertThat(product.bean(AuditLog.class).about("import " + id, 10))
                .extracting(e -> e.act().code())
                .contains("exchange.looked-through", "exchange.taken");
    }

    @Test
    void what_differs_is_told_field_by_field() {
        var key = "imported-" + UUID.randomUUID().toString().substring(0, 8);
        settled(looked(document(service(key)), today()));
        var changed = service(key);
        ((ObjectNode) changed.get("promised")).put("value", 7);

        var line = lines(looked(document(changed), today())).getFirst();

        assertThat(line.outcome()).isEqualTo(Line.Outcome.CHANGED);
        assertThat(line.changes()).extracting(c -> c.field()).containsExactly("promised");
    }

    @Test
    void what_is_refused_is_told_by_line_field_and_rule_and_the_rest_is_taken() {
        var good = "imported-" + UUID.randomUUID().toString().substring(0, 8);
        var noDepartment = service("imported-x1").put("department", "nobody");
        var noText = service("imported-x2").put("visits", "many");
        var twice = service(good);
        var silent = offer(good, "430523000000", "");
        var nowhere = offer(good, "999999000000", "有理由");

        var id = looked(document(service(good), noDepartment, noText, twice, silent, nowhere), today());

        assertThat(outcomes(id))
                .containsExactlyInAnyOrder(
                        Line.Outcome.CREATED,
                        Line.Outcome.REFUSED,
                        Line.Outcome.REFUSED,
                        Line.Outcome.REFUSED,
                        Line.Outcome.REFUSED,
                        Line.Outcome.REFUSED);
        assertThat(lines(id).stream().flatMap(l -> l.problems().stream()))
                .allMatch(p -> p.line() > 1)
                .extracting(p -> p.rule() + " " + p.field())
                .containsExactlyInAnyOrder(
                        "UNKNOWN department",
                        "NOT_A_WHOLE_NUMBER visits",
                        "TWICE ",
                        "NO_REASON differences/promised",
                        "UNKNOWN area");
    }

    @Test
    void an_item_file_of_the_province_is_taken_as_it_is() throws IOException {
        var text = Files.readString(Path.of("sample/items/tcm-clinic-filing.json"));

        assertThat(outcomes(looked(text, today()))).containsExactly(Line.Outcome.UNCHANGED);
        var wrong = lines(looked(text.replace("\"COUNTY\"\n", "\"VILLAGE\"\n"), today()))
                .getFirst();
        assertThat(wrong.outcome()).isEqualTo(Line.Outcome.REFUSED);
        assertThat(wrong.problems().getFirst().field()).isEqualTo("levels/0");
        assertThat(wrong.problems().getFirst().line()).isGreaterThan(10);
    }

    @Test
    void what_was_looked_through_against_another_catalogue_is_looked_through_again() {
        var key = "imported-" + UUID.randomUUID().toString().substring(0, 8);
        var id = looked(document(service(key)), today());
        settled(looked(document(service(key + "-b")), today()));

        assertThat(settle.confirm(second, id)).isInstanceOf(SettleImport.Settled.LookAgain.class);
        assertThat(offered(key)).isEmpty();
        assertThat(settle.confirm(second, id)).isInstanceOf(SettleImport.Settled.Done.class);
        assertThat(settle.confirm(second, id)).isInstanceOf(SettleImport.Settled.Closed.class);
    }

    @Test
    void only_the_province_s_administrators_may() {
        var county = People.administrator("430523000000").me();

        assertThatThrownBy(() -> look.look(county, List.of(), today(), "")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> settle.confirm(county, UUID.randomUUID())).isInstanceOf(Forbidden.class);
    }

    @Test
    void what_is_no_file_of_ours_is_refused_with_the_way_out() {
        assertThat(look.look(author, List.of(new Import.File("a.json", "{\"a\": 1,\n oops")), today(), ""))
                .isInstanceOfSatisfying(LookThroughFiles.Looked.Unreadable.class, u -> {
                    assertThat(u.problem().rule()).isEqualTo("NOT_JSON");
                    assertThat(u.problem().line()).isEqualTo(2);
                });
        assertThat(look.look(author, List.of(new Import.File("a.json", "{\"a\": 1}")), today(), ""))
                .isInstanceOfSatisfying(
                        LookThroughFiles.Looked.Unreadable.class,
                        u -> assertThat(u.problem().rule()).isEqualTo("UNKNOWN_FORMAT"));
    }

    // --- the wanted ------------------------------------------------------------------------------------------------

    private UUID looked(String text, LocalDate day) {
        var looked = look.look(author, List.of(new Import.File("test.json", text)), day, "");
        assertThat(looked).isInstanceOf(LookThroughFiles.Looked.Done.class);
        return ((LookThroughFiles.Looked.Done) looked).id();
    }

    /** Other tests publish meanwhile; then it is looked through again, as people would. */
    private SettleImport.Settled settled(UUID id) {
        var settled = settle.confirm(second, id);
        return settled instanceof SettleImport.Settled.LookAgain ? settle.confirm(second, id) : settled;
    }

    private List<Line> lines(UUID id) {
        return imports.lines(id, Optional.empty(), 0, 10_000);
    }

    private List<Line.Outcome> outcomes(UUID id) {
        return lines(id).stream().map(Line::outcome).toList();
    }

    private Optional<yici.catalogue.ServiceOffer> offered(String key) {
        return product.bean(ServiceOffers.class).find(key, "430523000000");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(product.clock().instant(), yici.kit.View.ZONE);
    }

    private ObjectNode service(String key) {
        var exported = format.export(today()).get("services");
        for (JsonNode service : exported)
            if (service.get("key").asString().equals("harvester-permit"))
                return ((ObjectNode) service.deepCopy()).put("key", key);
        throw new IllegalStateException("no service to copy");
    }

    private ObjectNode offer(String service, String area, String reason) {
        var offer = MAPPER.createObjectNode()
                .put("service", service)
                .put("area", area)
                .put("invented", true);
        var difference = offer.putArray("differences").addObject().put("reason", reason);
        difference.putArray("path").add("promised");
        difference.set("was", service(service).get("promised"));
        difference.putObject("now").put("unit", "WORKING_DAY").put("value", 1);
        return offer;
    }

    private static String document(ObjectNode... records) {
        var document = MAPPER.createObjectNode().put("format", Format.NAME);
        for (var record : records)
            document.withArray(record.has("differences") ? "offers" : "services")
                    .add(record);
        return Format.write(document);
    }
}

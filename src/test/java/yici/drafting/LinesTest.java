package yici.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import yici.catalogue.AreaVariants;
import yici.house.People;
import yici.house.Product;

/** Lists that are typed a line for each: what the clock stops for, and the steps of the way through. */
class LinesTest {

    private static final String STOPS = """
            [{"name":"评定结论公示","limit":{"unit":"WORKING_DAY","value":5},"reason":"公示","notice":{"title":{"texts":{"ZH":"公示"}}}}]""";

    @Test
    void what_is_shown_is_read_back_the_same_and_a_notice_stays_with_the_name_of_its_stop() {
        var stands = json(STOPS);
        var shown = StopLines.write(stands);
        assertThat(shown).isEqualTo("评定结论公示 / 5 工作日 / 公示");
        assertThat(value(StopLines.read(shown, Optional.of(stands)))).isEqualTo(stands);

        var longer = value(StopLines.read(shown.replace("5 工作日", "7 日") + "\n现场勘验 / 3 小时", Optional.of(stands)));
        assertThat(longer.get(0).path("notice")).isEqualTo(stands.get(0).path("notice"));
        assertThat(longer.get(0).path("limit").path("unit").asString()).isEqualTo("DAY");
        assertThat(longer.get(1).path("reason").asString()).isEmpty();
        assertThat(value(StopLines.read(" ", Optional.of(stands)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"公示", "公示 / 五 工作日 / 理由", "公示 / 5 / 理由", "公示 / 5 周 / 理由", "公示 / 0 日", "公示 / 5 日\n公示 / 6 日"})
    void a_line_that_is_no_stop_is_refused(String typed) {
        assertThat(StopLines.read(typed, Optional.empty()))
                .isEqualTo(new Field.Reading.Flawed("value", Wrong.Flaw.NO_STOP));
    }

    @Test
    void steps_are_numbered_in_their_order_and_keep_languages_nobody_typed() {
        var stands = json("""
                [{"number":1,"name":{"texts":{"EN":"Apply","FR":"Demande","ZH":"申请"}},"actor":"APPLICANT"}]""");
        var steps = value(StepLines.read("WINDOW 收件\nAPPLICANT 申请 / Apply", Optional.of(stands)));
        assertThat(steps.get(0).path("number").asInt()).isEqualTo(1);
        assertThat(steps.get(1).path("number").asInt()).isEqualTo(2);
        assertThat(steps.get(1).path("name")).isEqualTo(stands.get(0).path("name"));
        assertThat(StepLines.read("申请", Optional.empty()))
                .isEqualTo(new Field.Reading.Flawed("value", Wrong.Flaw.NO_STEP));
    }

    @Test
    void an_area_says_on_a_page_what_the_clock_stops_for_and_the_guide_has_it() {
        var product = Product.running();
        var area = "430426000000";
        var me = People.administrator(area).me();
        var draft = product.bean(StartDraft.class).start(me, "43TCN0004", area);
        var typed = Map.of("value", "现场勘验 / 3 工作日 / 勘验由外部单位安排");
        var changed = product.bean(ChangeField.class)
                .change(me, draft.id(), draft.version(), "items/external-works/clockStops", typed, "本县勘验另行安排");
        assertThat(changed).isInstanceOf(ChangeField.Changed.Done.class);
        var sheet = product.bean(DraftHand.class).sheet(((ChangeField.Changed.Done) changed).draft());
        var guide = product.bean(AreaVariants.class).read(sheet.own().orElseThrow());
        assertThat(guide.item("external-works").clockStops())
                .extracting(s -> s.name())
                .containsExactly("现场勘验");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static JsonNode value(Field.Reading reading) {
        assertThat(reading).isInstanceOf(Field.Reading.Value.class);
        return ((Field.Reading.Value) reading).value().orElseThrow();
    }
}

package yici.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import yici.kit.ImportRefused;

/** Real files, each broken in one place: the whole file is refused, and the refusal says where. */
class RefusedFilesTest {

    @Test
    void an_item_without_name() {
        refused("""
                "zh": "出生医学证明首次签发",\
                """, "\"zh\": \"\",", "items/0/name/zh", "is no text");
    }

    @Test
    void a_document_used_by_an_item_that_does_not_exist() {
        refused("""
                "usedBy": [
                    "household-reg"\
                """, "\"usedBy\": [\n    \"house-reg\"", "materials/1/usedBy/0", "there is no item house-reg");
    }

    @Test
    void an_effect_on_a_document_that_does_not_exist() {
        refused("""
                "op": "REQUIRE_NOTE",
                       "ref": "birth-record"\
                """, "\"op\": \"REQUIRE_NOTE\", \"ref\": \"birth-recor\"", "", "there is no material birth-recor");
    }

    @Test
    void a_rule_over_a_field_that_does_not_exist() {
        refused("\"field\": \"birthProvince\"", "\"field\": \"birthProvinc\"", "conditions/0/rule/tests/1/field", "");
    }

    @Test
    void a_rule_with_an_unknown_operator() {
        refused("\"operator\": \"WITHIN_MONTHS\"", "\"operator\": \"SINCE\"", "", "there is no operator SINCE");
    }

    @Test
    void a_group_with_a_member_that_does_not_exist() {
        refused("""
                "items": [
                    "birth-cert",\
                """, "\"items\": [ \"birth-crt\",", "groups/0/items/0", "there is no item birth-crt");
    }

    @Test
    void an_item_in_two_groups() {
        refused(
                """
                "items": [
                    "vaccination-card",\
                """,
                "\"items\": [ \"birth-cert\", \"vaccination-card\",",
                "groups/1/items/0",
                "is already in group core");
    }

    @Test
    void an_item_in_no_group() {
        refused("""
                    "resident-insurance",
                    "parenting-guidance"
                   ],
                   "label"\
                """, "\"resident-insurance\"], \"label\"", "items/6", "item parenting-guidance is in no group");
    }

    @Test
    void two_items_with_one_key() {
        refused("\"key\": \"vaccination-card\"", "\"key\": \"birth-cert\"", "items/1/key", "a second birth-cert");
    }

    @Test
    void an_unknown_kind_of_item() {
        refused("\"nodeType\": \"APPROVE\"", "\"nodeType\": \"GRANT\"", "items/0/nodeType", "GRANT is none of");
    }

    @Test
    void a_department_that_does_not_exist() {
        refused("\"department\": \"police\"", "\"department\": \"polis\"", "items/2/department", "no department polis");
    }

    @Test
    void an_area_that_does_not_exist() {
        refused("\"430502999000\"", "\"430599999000\"", "variants/1/areaCodes/0", "there is no area 430599999000");
    }

    @Test
    void items_that_wait_for_each_other() {
        refused("\"prerequisites\": []", """
                "prerequisites": [{"item": "household-reg", "type": "FINISH_TO_START", "passes": []}]""", "", "waits for itself: birth-cert → household-reg → birth-cert");
    }

    @Test
    void a_variant_whose_order_leaves_a_document_out() {
        refused("""
                      "photo",
                      "bank-card-copy"
                     ]\
                """, "\"photo\"]", "", "names 13 of 14");
    }

    @Test
    void a_field_of_a_kind_that_nobody_can_draw() {
        refused("\"type\": \"idNumber\"", "\"type\": \"passport\"", "", "there is no field type passport");
    }

    @Test
    void one_name_written_twice_in_an_object() {
        refused("\"audience\": \"PERSONAL\"", "\"audience\": \"PERSONAL\", \"audience\": \"LEGAL\"", "", "");
    }

    private static final String OWED = """
            "owe": {
            "value": 10,
            "unit": "WORKING_DAY",
            "missed": "RETURN"
            }""";

    @Test
    void a_document_owed_for_longer_or_shorter_than_the_clock_of_the_law_allows() {
        refused(OWED, OWED.replace("10", "16"), "/owe/value", "owed.evidence allows 5 to 15, not 16");
        refused(OWED, OWED.replace("10", "4"), "/owe/value", "owed.evidence allows 5 to 15, not 4");
    }

    @Test
    void a_document_owed_in_another_unit_or_with_an_unknown_outcome() {
        refused(OWED, OWED.replace("WORKING_DAY", "DAY"), "/owe/unit", "owed.evidence is counted in WORKING_DAY");
        refused(OWED, OWED.replace("RETURN", "FORGET"), "/owe/missed", "FORGET is none of [RETURN, REFUSE]");
    }

    @Test
    void documents_of_one_case_that_are_due_on_two_days() {
        String first = unindented(Sample.text("43PCN0009"));
        int diagnosis = first.indexOf("\"key\": \"diagnosis\"");
        String damaged = first.substring(0, diagnosis)
                + first.substring(diagnosis)
                        .replaceFirst(
                                "\"attachments\"",
                                Matcher.quoteReplacement(OWED.replace("10", "5") + ",\n\"attachments\""));

        assertThatThrownBy(() -> Sample.theme("43PCN0009", damaged))
                .hasMessageContaining("/owe: but diagnosis, owed for maternity-benefit too, says otherwise");
    }

    @Test
    void a_document_owed_that_nobody_has_to_hand_in() {
        refused(
                "\"waiver\": {\n\"mode\": \"AUTO_FORM\"",
                OWED + ",\n\"waiver\": {\n\"mode\": \"AUTO_FORM\"",
                "/owe",
                "but nobody has to hand it in: AUTO_FORM");
    }

    @Test
    void a_file_that_is_cut_off() {
        String half = Sample.text("43PCN0009").substring(0, 20_000);

        assertThatThrownBy(() -> Sample.theme("43PCN0009", half))
                .isInstanceOfSatisfying(
                        ImportRefused.class, e -> assertThat(e.line()).isEqualTo(half.split("\n").length));
    }

    @Test
    void the_line_is_the_one_an_editor_shows() {
        String text = Sample.text("43PCN0009");
        String before = text.substring(0, text.indexOf("\"nodeType\": \"BENEFIT\""));
        String damaged = text.replaceFirst("\"nodeType\": \"BENEFIT\"", "\"nodeType\": \"GIFT\"");

        assertThatThrownBy(() -> Sample.theme("43PCN0009", damaged))
                .hasMessageStartingWith(
                        "43PCN0009.json:%d: items/4/nodeType: GIFT is none of",
                        before.lines().count());
    }

    /** Breaks the first place where this stands, white space aside. */
    private static void refused(String whole, String broken, String key, String why) {
        String compact = unindented(Sample.text("43PCN0009"));
        String sought = unindented(whole).strip();
        assertThat(compact).contains(sought);
        String damaged = compact.replaceFirst(Pattern.quote(sought), Matcher.quoteReplacement(broken));

        assertThatThrownBy(() -> Sample.theme("43PCN0009", damaged)).isInstanceOfSatisfying(ImportRefused.class, e -> {
            assertThat(e.file()).isEqualTo("43PCN0009.json");
            assertThat(e.line()).isPositive();
            assertThat(e.key()).contains(key);
            assertThat(e).hasMessageContaining(why);
        });
    }

    private static String unindented(String text) {
        return text.replaceAll("\\n\\s*", "\n");
    }
}

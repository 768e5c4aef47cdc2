package yici.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yici.application.Application;
import yici.application.Filed;
import yici.delegation.Handed;
import yici.house.Product;
import yici.identity.SignedIn;
import yici.kit.View;

/** Cases follow the register as it stood on the day they were filed: 冷水江市, 涟源市 and 娄星区 of 娄底市. */
class HandedPowerTest {

    private static final String POWER = "43TCN0003/fire-general";
    private static final String CITY = "431300000000";
    private static final String BY_CITY = "fire@" + CITY;
    private static final LocalDate TODAY = LocalDate.now(View.ZONE);
    private static final LocalDate LATER = TODAY.plusDays(10);

    private final SignedIn firm = Office.applicant("湘味小馆");

    @AfterEach
    void back() {
        Product.running().clock().back();
    }

    @Test
    void a_start_and_a_recall_change_only_what_is_filed_later() {
        lawGivesItToTheCity();
        var county = "431381000000";
        var record = Handed.over(POWER, "devolved", county, LATER, "receiver");

        Office.at(LATER.minusDays(1));
        var before = files(county);
        Office.at(LATER);
        var after = files(county);
        Handed.recalled(record, LATER.plusDays(5));
        Office.at(LATER.plusDays(5));
        var afterRecall = files(county);

        assertThat(body(before)).isEqualTo(BY_CITY);
        assertThat(body(after)).isEqualTo("fire@" + county);
        assertThat(body(afterRecall)).isEqualTo(BY_CITY);
        Office.refuse(Office.officerOf(BY_CITY), before, "fire-general", "没有防火分隔");
        assertThat(Office.state(before, "fire-general")).isEqualTo(CaseState.REFUSED);
        assertThat(Office.state(after, "fire-general")).isEqualTo(CaseState.SUBMITTED);
    }

    @Test
    void who_applies_again_files_again_and_goes_to_who_has_the_power_then() {
        lawGivesItToTheCity();
        var county = "431302000000";
        Handed.over(POWER, "devolved", county, LATER, "receiver");
        Office.at(LATER.minusDays(1));
        var application = files(county);
        Office.refuse(Office.officerOf(BY_CITY), application, "fire-general", "没有防火分隔");

        Office.at(LATER.plusDays(1));
        Office.bean(ReapplyCase.class)
                .reapply(Office.of(application), application.id(), 1, Map.of(), java.util.List.of());

        var file = Office.file(application, "fire-general");
        assertThat(file.body()).contains("fire@" + county);
        assertThat(file.filedOn()).isEqualTo(LATER.plusDays(1));
    }

    @Test
    void what_is_entrusted_is_decided_in_the_name_of_the_giver_and_under_its_seal() throws IOException {
        lawGivesItToTheCity();
        var county = "431382000000";
        var record = Handed.over(POWER, "entrusted_down", county, LATER, "giver_special");
        Office.at(LATER);
        var application = files(county);
        Office.refuse(Office.officerOf("fire@" + county), application, "fire-general", "没有防火分隔");

        var text = paper(application);
        assertThat(text)
                .startsWith("娄底市消防救援支队")
                .contains("受委托机关")
                .contains("涟源市消防救援大队")
                .contains("上级委托，依据《测试用决定》（测〔2026〕1号），登记号" + record)
                .contains("（娄底市消防救援支队行政审批专用章）");
    }

    @Test
    void the_case_says_why_this_office_and_what_has_changed_since() {
        lawGivesItToTheCity();
        var county = "431323000000";
        Office.at(TODAY.plusDays(2));
        var application = files(county);
        var record = Handed.over(POWER, "devolved", "431321000000", LATER, "receiver");
        var there = files("431321000000");

        var views = Office.bean(MatterView.Maker.class);
        var here = views.why(Office.bundle(application), Office.file(application, "fire-general"));
        var moved = views.why(Office.bundle(there), Office.file(there, "fire-general"));

        assertThat(here.chain()).hasSize(1);
        assertThat(here.decided().orElseThrow().id()).isEqualTo(BY_CITY);
        assertThat(here.since()).isEmpty();
        assertThat(moved.decided().orElseThrow().id()).isEqualTo(BY_CITY);
        assertThat(moved.since().toString()).contains(record, LATER.toString(), "fire@431321000000");
    }

    /** Once for all tests of this class. */
    private static void lawGivesItToTheCity() {
        if (given) return;
        Handed.byLaw(POWER, CITY, TODAY.plusDays(1));
        given = true;
    }

    private static boolean given;

    private Application files(String area) {
        return Filed.by(firm.account(), firm.name(), "43TCN0003", area, Map.of(), "fire-general");
    }

    private static String body(Application application) {
        return Office.file(application, "fire-general").body().orElseThrow();
    }

    private static String paper(Application application) throws IOException {
        var me = Office.of(application);
        var matters = Office.bean(Matters.class);
        var last = matters.papers(matters.find(me, application.number()).orElseThrow())
                .getLast();
        var paper = Office.bean(Papers.class)
                .ofApplicant(me, application.number(), last.id())
                .orElseThrow();
        try (var document = Loader.loadPDF(Office.bean(PrintPaper.class).pdf(paper))) {
            return new PDFTextStripper().getText(document).replaceAll("\\R", "");
        }
    }
}

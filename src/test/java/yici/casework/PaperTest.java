package yici.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import yici.application.Application;
import yici.house.Http;
import yici.house.PdfChecks;
import yici.house.People;
import yici.kit.NotFound;

class PaperTest {

    private final PrintPaper printPaper = Office.bean(PrintPaper.class);
    private final Papers papers = Office.bean(Papers.class);

    @Test
    void a_refusal_names_reasons_and_remedies() throws IOException {
        var application = refused("灶间与就餐区之间没有防火分隔，不符合《建筑设计防火规范》。");

        var text = text(printPaper.pdf(latest(application)));

        assertThat(text)
                .contains("不予行政许可决定书")
                .contains("邵阳县消防救援大队")
                .contains("湘味小馆")
                .contains("灶间与就餐区之间没有防火分隔")
                .contains("六十日内依法申请行政复议")
                .contains("六个月内")
                .contains("Shaoyang County");
    }

    @Test
    void text_copied_out_of_a_paper_is_the_text_that_was_put_in() throws IOException {
        var application = refused("高、黑、龙、见、青、食、马、鱼、鸟、金、长、门、飞、风、一、二、八、十、人、口、山、水、火、木、土、日、月。");

        var text = text(printPaper.pdf(latest(application)));

        assertThat(text).contains("高、黑、龙、见、青、食、马、鱼、鸟、金、长、门、飞、风、一、二、八、十、人、口、山、水、火、木、土、日、月");
        assertThat(text.codePoints()).noneMatch(c -> c >= 0x2E80 && c <= 0x2FDF);
    }

    @Test
    void the_same_paper_gives_the_same_bytes() {
        var paper = latest(refused("消防设施未通过检查"));

        assertThat(printPaper.pdf(paper)).isEqualTo(printPaper.pdf(paper));
    }

    @Test
    void a_paper_is_tagged_names_itself_and_its_language() throws IOException {
        var bytes = printPaper.pdf(latest(refused("消防设施未通过检查")));

        PdfChecks.assertUniversallyAccessible(bytes);
        try (var pdf = Loader.loadPDF(bytes)) {
            var catalogue = pdf.getDocumentCatalog();
            assertThat(catalogue.getMarkInfo().isMarked()).isTrue();
            assertThat(catalogue.getLanguage()).isEqualTo("zh-CN");
            assertThat(pdf.getDocumentInformation().getTitle()).startsWith("不予行政许可决定书");
            assertThat(new String(catalogue.getMetadata().toByteArray(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("pdfuaid");
        }
    }

    @Test
    void every_kind_of_paper_can_be_printed() throws IOException {
        var says = Map.ofEntries(
                Map.entry("applicant", "李娜"),
                Map.entry("number", "430523-261123-000001-1"),
                Map.entry("caseNumber", "430523-261123-000001-1-01"),
                Map.entry("lifeEvent", "新生儿出生一件事"),
                Map.entry("item", "出生医学证明首次签发"),
                Map.entry("body", "邵阳县卫生健康局"),
                Map.entry("nodeType", "REGISTER"),
                Map.entry("date", "2026-11-23"),
                Map.entry("receivedOn", "2026-11-23"),
                Map.entry("dueOn", "2026-11-30"),
                Map.entry("asked", "新生儿姓名\n结婚证"),
                Map.entry("files", "a.pdf"),
                Map.entry("rightBody", "邵阳县公安局"),
                Map.entry("reason", "<b>not a tag & nothing else</b>"));

        for (var kind : DocumentKind.values()) {
            var paper = new Papers.Issued(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    1,
                    1,
                    kind,
                    says,
                    java.time.Instant.parse("2026-11-23T02:00:00Z"));
            assertThat(text(printPaper.pdf(paper)))
                    .contains(new PaperText(paper).title())
                    .contains("<b>not a tag & nothing else</b>");
        }
    }

    @Test
    void the_applicant_reads_it_and_nobody_else() {
        var citizen = People.citizen();
        var application = Office.death(citizen.me());
        Office.bean(AcceptCase.class).accept(Office.officer("health", "周医生"), application.id(), 1);
        var address = "/my/" + application.number() + "/documents/"
                + latest(application).id();
        var applicant = new Http();
        applicant.signIn(citizen.login());
        var stranger = new Http();
        stranger.signIn(People.citizen().login());

        var answer = applicant.get(address);

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.body()).startsWith("%PDF-");
        assertThat(stranger.get(address).statusCode()).isEqualTo(404);
    }

    private Application refused(String reason) {
        var firm = Office.applicant("湘味小馆");
        var application = Office.files(firm, "43TCN0003", Map.of(), "fire-general");
        Office.refuse(Office.officer("fire", "田队长"), application, "fire-general", reason);
        return application;
    }

    private Papers.Issued latest(Application application) {
        var matter = Office.bean(Matters.class)
                .find(Office.of(application), application.number())
                .orElseThrow();
        var last = Office.bean(Matters.class).papers(matter).getLast();
        return papers.ofApplicant(Office.of(application), application.number(), last.id())
                .orElseThrow(() -> new NotFound("paper"));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\R", "");
        }
    }
}

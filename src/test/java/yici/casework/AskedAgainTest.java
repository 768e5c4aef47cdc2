package yici.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import yici.application.Applicants;
import yici.application.Application;
import yici.catalogue.Catalogue;
import yici.catalogue.Guide;
import yici.house.Product;
import yici.kit.View;

/** What an office wants after the one notice is an error of the office, and counted. */
class AskedAgainTest {

    private static final String EVENT = "43PCP0008";

    private final Application application = Applicants.submit(Applicants.person("王守信"), EVENT, Office.AREA);

    @Test
    void what_the_notice_named_may_be_asked_for_and_is_no_error() {
        var before = line();
        var told = evidence(true);

        ask(told, List.of());

        assertThat(line().corrections()).isEqualTo(before.corrections() + 1);
        assertThat(line().again()).isEqualTo(before.again());
    }

    @Test
    void what_the_notice_did_not_name_counts_against_the_office() {
        var before = line();

        ask(evidence(false), List.of());

        assertThat(line().again()).isEqualTo(before.again() + 1);
    }

    private void ask(List<String> evidence, List<String> elements) {
        var first = Office.file(application, item());
        var officer = Office.officerOf(first.body().orElseThrow());
        var acted =
                Office.bean(AskCorrection.class).ask(officer, application.id(), first.no(), elements, evidence, "请补充");
        assertThat(acted).isInstanceOf(Acted.Done.class);
    }

    private String item() {
        return application.plan().items().getFirst();
    }

    /** Of the first service: documents the notice has named, or has not. */
    private List<String> evidence(boolean told) {
        return guide().evidence().stream()
                .filter(e -> e.usedBy().contains(item()))
                .map(Guide.Evidence::key)
                .filter(key -> application.plan().tellsToBring(key) == told)
                .limit(1)
                .toList();
    }

    private Guide guide() {
        return Office.bean(Catalogue.class).edition(application.edition()).guide();
    }

    private AskedAgain.Line line() {
        var today = LocalDate.ofInstant(Product.running().clock().instant(), View.ZONE);
        var body = Office.file(application, item()).body().orElseThrow();
        return Office.bean(AskedAgain.class).inTheYearUpTo(today, List.of(Office.AREA)).stream()
                .filter(line -> line.lifeEvent().equals(EVENT) && line.body().equals(body))
                .findFirst()
                .orElse(new AskedAgain.Line(EVENT, Office.AREA, body, 0, 0));
    }
}

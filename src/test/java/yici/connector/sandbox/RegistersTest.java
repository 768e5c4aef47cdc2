package yici.connector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import yici.application.KnownFacts;
import yici.casework.DepartmentDesk;
import yici.catalogue.Catalogue;
import yici.catalogue.Guide;
import yici.catalogue.Offer;
import yici.form.Checked;
import yici.form.Form;
import yici.house.Browser;
import yici.house.Http;
import yici.house.People;
import yici.house.Product;
import yici.jurisdiction.Post;
import yici.kit.Csv;

class RegistersTest {

    private static final Locator.WaitForOptions ATTACHED =
            new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    private static final String LI_NA = "430523199503169821";
    private static final String FIRM = "92430104MA4DEM011C";

    private final Product product = Product.running();
    private final Shelves shelves = product.bean(Shelves.class);
    private final SandboxDesk desk = product.bean(SandboxDesk.class);
    private final SandboxRegister register = product.bean(SandboxRegister.class);

    @Test
    void every_entry_is_a_value_the_form_would_take_as_it_stands() {
        for (var row : Csv.read(Path.of("sample"), "registers.csv")) {
            var element = guide(row.get("life_event")).elements().stream()
                    .filter(e -> e.key().equals(row.get("element")))
                    .toList();
            var value = shelves.entries(row.get("number"), row.get("life_event"), List.of(row.get("element")));

            assertThat(element)
                    .as(row.get("life_event") + " " + row.get("element"))
                    .hasSize(1);
            assertThat(Form.check(element, value, product.clock()))
                    .as(row.get("number") + " " + value)
                    .isEqualTo(new Checked.Complete(value));
        }
    }

    @Test
    void every_check_of_every_guide_is_answered() {
        for (var event : product.bean(Catalogue.class).lifeEvents()) {
            if (event.kind() != yici.catalogue.Listed.Kind.LIFE_EVENT) continue;
            for (var item : guide(event.code()).items())
                assertThat(desk.answers(event.code(), item.key()))
                        .as(event.code() + " " + item.key())
                        .isEqualTo(item.nodeType() == Guide.NodeType.VERIFY);
        }
    }

    @Test
    void the_newborn_of_the_demonstration_stays_twenty_days_old() {
        var answer = register.about(LI_NA, "43PCN0009", List.of("birthDate", "settleParentHukouType", "newbornName"));

        assertThat(answer)
                .isEqualTo(new KnownFacts.Answer.Known(Map.of(
                        "birthDate",
                        LocalDate.now(product.clock()).minusDays(20).toString(),
                        "settleParentHukouType",
                        "FAMILY")));
    }

    @Test
    void a_check_that_agrees_is_confirmed_with_a_reference_that_stays_the_same() {
        var question = licence(Map.of("uscc", FIRM, "entityName", "湘味小馆"));

        assertThat(desk.ask(question)).isInstanceOf(DepartmentDesk.Answer.Confirmed.class);
        assertThat(desk.ask(question)).isEqualTo(desk.ask(question));
    }

    @Test
    void a_check_that_differs_is_contradicted_and_says_in_what() {
        var answer = desk.ask(licence(Map.of("uscc", FIRM, "entityName", "川味小馆")));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        DepartmentDesk.Answer.Contradicted.class,
                        c -> assertThat(c.reason()).contains("湘味小馆"));
    }

    @Test
    void a_register_can_be_taken_down_for_one_person_alone() {
        var other = "91430304MA4DEM02XH";
        shelves.behave("43TCN0003", "licence-check", other, Behaviour.DOWN);
        try {
            assertThat(desk.ask(licence(Map.of("uscc", other)))).isInstanceOf(DepartmentDesk.Answer.TryLater.class);
            assertThat(desk.ask(licence(Map.of("uscc", FIRM)))).isInstanceOf(DepartmentDesk.Answer.Confirmed.class);
        } finally {
            shelves.behave("43TCN0003", "licence-check", other, Behaviour.ANSWERS);
        }
    }

    @Test
    void a_register_that_is_down_says_so_and_gives_nothing() {
        shelves.behave("43PCN0009", "", LI_NA, Behaviour.DOWN);
        try {
            assertThat(register.about(LI_NA, "43PCN0009", List.of("birthDate")))
                    .isInstanceOf(KnownFacts.Answer.Unavailable.class);
        } finally {
            shelves.behave("43PCN0009", "", LI_NA, Behaviour.ANSWERS);
        }
    }

    @Test
    void an_administrator_lets_a_register_be_down_and_up_again() {
        try (var administrator = Browser.phone()) {
            administrator.signIn(
                    People.staff(Post.Role.SYSTEM_ADMIN, "430000000000").login());
            var page = administrator.go("/admin/registers");
            administrator.assertGoodPage();

            page.locator("#behaviour-43PCP0008-will-check").selectOption("DOWN");
            page.locator("form:has(#behaviour-43PCP0008-will-check) button").click();
            page.locator("[role=status]").waitFor();
            assertThat(shelves.behaviour("43PCP0008", "will-check", "")).isEqualTo(Behaviour.DOWN);

            page.locator("#behaviour-43PCP0008-will-check").selectOption("ANSWERS");
            page.locator("form:has(#behaviour-43PCP0008-will-check) button").click();
            page.locator("#behaviour-43PCP0008-will-check >> option[value=ANSWERS][selected]")
                    .waitFor(ATTACHED);
        } finally {
            shelves.behave("43PCP0008", "will-check", "", Behaviour.ANSWERS);
        }
    }

    @Test
    void nobody_else_touches_a_register() {
        var officer = new Http();
        officer.signIn(People.officer("police@430523000000").login());

        assertThat(officer.get("/admin/registers").statusCode()).isEqualTo(403);
    }

    private static DepartmentDesk.Question licence(Map<String, String> answers) {
        return new DepartmentDesk.Question(
                "430000-261123-000001-1-01", "43TCN0003", "licence-check", "430104000000", answers, List.of());
    }

    private Guide guide(String lifeEvent) {
        var offer = (Offer.Offered) product.bean(Catalogue.class).offer(lifeEvent, "430000000000");
        return offer.edition().guide();
    }
}

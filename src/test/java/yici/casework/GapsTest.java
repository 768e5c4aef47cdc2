package yici.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import yici.application.Application;
import yici.application.Filed;
import yici.house.Browser;
import yici.house.People;
import yici.identity.SignedIn;
import yici.jurisdiction.Bodies;
import yici.kit.Forbidden;
import yici.kit.NotFound;

/** 南县 and the city above it lose their office for shop signs; the province never had one. */
class GapsTest {

    private static final String COUNTY = "430921000000";
    private static final String CITY = "430900000000";

    private final Bodies bodies = Office.bean(Bodies.class);
    private final SignedIn firm = Office.applicant("湘味小馆");

    @BeforeEach
    void close() {
        for (var area : List.of(COUNTY, CITY)) bodies.close("urban-management@" + area, LocalDate.of(2026, 1, 1));
    }

    @AfterEach
    void reopen() {
        for (var area : List.of(COUNTY, CITY)) bodies.reopen("urban-management@" + area);
    }

    @Test
    void an_item_without_a_body_is_taken_all_the_same_and_leaves_a_gap() {
        var application = files();

        assertThat(Office.file(application, "signboard").body()).isEmpty();
        assertThat(Office.state(application, "signboard")).isEqualTo(CaseState.SUBMITTED);
        assertThat(Office.file(application, "licence-check").body()).isPresent();
    }

    @Test
    void the_areas_administrator_says_who_decides() {
        var application = files();
        int no = Office.file(application, "signboard").no();

        var assigned = Office.bean(AssignBody.class)
                .assign(Office.administrator(CITY), application.id(), no, "housing@" + COUNTY);

        assertThat(assigned).isInstanceOf(AssignBody.Assigned.Done.class);
        assertThat(Office.file(application, "signboard").body()).contains("housing@" + COUNTY);
    }

    @Test
    void an_administrator_of_another_area_does_not_see_it() {
        var application = files();
        int no = Office.file(application, "signboard").no();

        assertThatThrownBy(() -> Office.bean(AssignBody.class)
                        .assign(Office.administrator("430100000000"), application.id(), no, "housing@" + COUNTY))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void an_officer_fills_no_gaps() {
        var application = files();

        assertThatThrownBy(() -> Office.bean(AssignBody.class)
                        .assign(Office.officer("housing", "何工"), application.id(), 1, "housing@" + COUNTY))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void the_page_lists_the_case_and_the_items_to_come_and_takes_the_choice() {
        var application = files();
        int no = Office.file(application, "signboard").no();
        try (var administrator = Browser.desktop()) {
            administrator.signIn(People.administrator(CITY).login());
            var page = administrator.go("/admin/gaps");
            administrator.assertGoodPage();
            assertThat(page.locator("main").innerText())
                    .contains(application.number())
                    .contains("户外招牌");

            page.locator("form[action$='" + application.number() + "/" + no + "'] button")
                    .click();
            assertThat(administrator.status()).isEqualTo(422);
            administrator.assertGoodPage();

            page.locator("form[action$='" + application.number() + "/" + no + "'] select")
                    .selectOption("housing@" + COUNTY);
            page.locator("form[action$='" + application.number() + "/" + no + "'] button")
                    .click();
            assertThat(page.locator("[role=status]").innerText()).contains("南县住房和城乡建设局");
        }
        assertThat(Office.file(application, "signboard").body()).contains("housing@" + COUNTY);
    }

    private Application files() {
        return Filed.by(firm.account(), firm.name(), "43TCN0003", COUNTY, Map.of(), "licence-check", "signboard");
    }
}

package yici.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yici.application.Applicants;
import yici.house.Http;
import yici.house.People;

/** Whose page it is to ask why a case is due then. */
class TimePagesTest {

    private final People.Someone person = People.citizen();
    private final String number = Applicants.submit(person.me(), "43PCN0012", Office.AREA, "q-card=new", "q-benefits=")
            .number();

    @Test
    void the_applicant_and_an_officer_of_the_deciding_body_read_it() {
        assertThat(status(person, "/my/" + number + "/time")).isEqualTo(200);
        assertThat(status(person, "/my/" + number + "/cases/1/time")).isEqualTo(200);
        assertThat(status(officer("disabled-federation"), "/desk/" + number + "/1/time"))
                .isEqualTo(200);
    }

    @Test
    void for_everybody_else_it_is_not_there() {
        assertThat(status(People.citizen(), "/my/" + number + "/cases/1/time")).isEqualTo(404);
        assertThat(status(officer("police"), "/desk/" + number + "/1/time")).isEqualTo(404);
        assertThat(status(person, "/my/" + number + "/cases/99/time")).isEqualTo(404);
        assertThat(status(person, "/desk/" + number + "/1/time")).isEqualTo(403);
    }

    private static People.Someone officer(String department) {
        return People.officer(Office.body(department).id());
    }

    private static int status(People.Someone who, String path) {
        var http = new Http();
        http.signIn(who.login());
        return http.get(path).statusCode();
    }
}

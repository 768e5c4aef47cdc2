package yici.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import yici.application.Application;

class InboxTest {

    private final Inbox inbox = Office.bean(Inbox.class);

    @Test
    void who_is_looked_for_by_the_beginning_of_a_name_is_found_in_the_order_of_the_names() {
        var family = "寻" + UUID.randomUUID();
        var last = Office.death(Office.applicant(family + "丙C"));
        Office.death(Office.applicant(family + "丙A"));
        Office.death(Office.applicant(family + "丙B"));
        Office.death(Office.applicant("不" + family));

        var found = inbox.byApplicant(bodyOf(last), family);

        assertThat(found)
                .extracting(Inbox.Line::applicant)
                .containsExactly(family + "丙A", family + "丙B", family + "丙C");
    }

    private static List<String> bodyOf(Application application) {
        return List.of(Office.file(application, "cremation").body().orElseThrow());
    }
}

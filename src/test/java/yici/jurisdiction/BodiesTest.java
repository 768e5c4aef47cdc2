package yici.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import yici.house.Product;
import yici.kit.Language;
import yici.kit.NotFound;
import yici.kit.Remembered;
import yici.kit.View;

class BodiesTest {

    private final Product product = Product.running();
    private final Bodies bodies = product.bean(Bodies.class);
    private final Areas areas = product.bean(Areas.class);
    private final LocalDate today = LocalDate.ofInstant(product.clock().instant(), View.ZONE);

    @Test
    void the_police_of_huaihua_are_there() {
        var police = bodies.get("police@431200000000");

        assertThat(police.name().zh()).isEqualTo("怀化市公安局");
        assertThat(police.name().in(Language.EN)).isEqualTo("Huaihua City Department of Public Security");
        assertThat(bodies.of("431200000000")).contains(police);
    }

    @Test
    void a_county_branch_of_a_city_department_bears_both_names() {
        assertThat(bodies.get("ecology@430523000000").name().zh()).isEqualTo("邵阳市生态环境局邵阳县分局");
        assertThat(bodies.get("tax@430523000000").name().zh()).isEqualTo("国家税务总局邵阳县税务局");
        assertThat(bodies.get("customs@431200000000").name().in(Language.EN))
                .isEqualTo("Changsha Customs, Huaihua City office");
    }

    @Test
    void every_area_has_a_deciding_body_for_every_department_that_has_one_at_it_or_above() {
        var departments = bodies.departments().stream()
                .filter(department -> !department.external())
                .map(Department::key)
                .toList();
        assertThat(departments).hasSize(31);

        for (var area : areas.all()) {
            var deciding = bodies.deciding(departments, area.code());
            var above = areas.path(area.code()).stream().map(Area::code).toList();

            for (var department : departments) {
                if (department.equals("other")) continue;
                boolean one = above.stream()
                        .anyMatch(code -> bodies.find(department + "@" + code).isPresent());
                assertThat(deciding.containsKey(department))
                        .as(department + " in " + area)
                        .isEqualTo(one);
            }
            assertThat(deciding.values()).allSatisfy(body -> assertThat(above).contains(body.area()));
        }
    }

    @Test
    void a_department_without_a_county_level_is_decided_above() {
        assertThat(decides("police", "430523000000")).isEqualTo("police@430523000000");
        assertThat(decides("pbc", "430523000000")).isEqualTo("pbc@430500000000");
        assertThat(decides("press-publication", "430523000000")).isEqualTo("press-publication@430000000000");
    }

    @Test
    void zones_and_own_level_nodes_use_the_body_above() {
        assertThat(decides("market", "430198000000")).isEqualTo("market@430100000000");
        assertThat(decides("market", "430523999000")).isEqualTo("market@430523000000");
        assertThat(bodies.of("430523999000")).isEqualTo(bodies.of("430523000000"));
    }

    @Test
    void other_departments_are_handled_by_the_government_service_body() {
        assertThat(bodies.deciding(Set.of("other"), "430523000000")).containsOnlyKeys("other");
        assertThat(decides("other", "430523000000")).isEqualTo("data-government-service@430523000000");
    }

    @Test
    void external_parties_and_unknown_departments_decide_nothing() {
        assertThat(bodies.deciding(Set.of("bank", "nonsense"), "430523000000")).isEmpty();
        assertThat(bodies.departmentName("bank").zh()).isEqualTo("银行");
        assertThatThrownBy(() -> bodies.deciding(Set.of("police"), "nowhere")).isInstanceOf(NotFound.class);
    }

    @Test
    void a_department_is_called_what_guides_call_it_and_no_two_share_a_name() {
        assertThat(bodies.departmentName("police").zh()).isEqualTo("公安部门");
        assertThat(bodies.departmentName("police").in(Language.EN)).isEqualTo("Department of Public Security");
        assertThat(bodies.departmentName("fire").zh()).isEqualTo("消防救援机构");
        assertThat(bodies.departments())
                .hasSize(43)
                .extracting(d -> d.label().zh())
                .doesNotHaveDuplicates();
        assertThat(bodies.departments())
                .extracting(d -> d.label().in(Language.EN))
                .doesNotHaveDuplicates();
    }

    @Test
    void from_the_day_a_body_closes_the_next_above_decides_until_it_opens_again() {
        var id = "forestry@433122000000";
        bodies.close(id, today.plusDays(1));
        assertThat(decides("forestry", "433122000000")).isEqualTo(id);

        bodies.close(id, today);
        assertThat(decides("forestry", "433122000000")).isEqualTo("forestry@433100000000");
        assertThat(bodies.of("433122000000")).extracting(PublicBody::id).doesNotContain(id);
        assertThat(bodies.openAndClosed("433122000000"))
                .extracting(PublicBody::id)
                .contains(id);
        assertThat(bodies.closedFrom(id)).contains(today);
        assertThat(bodies.find(id)).isPresent();

        bodies.reopen(id);
        assertThat(decides("forestry", "433122000000")).isEqualTo(id);
        assertThatThrownBy(() -> bodies.close("forestry@nowhere", today)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_change_that_is_undone_is_never_seen() {
        var id = "forestry@433123000000";
        product.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            bodies.close(id, today);
            assertThat(decides("forestry", "433123000000")).isEqualTo(id);
            status.setRollbackOnly();
        });

        assertThat(decides("forestry", "433123000000")).isEqualTo(id);
    }

    @Test
    void another_nodes_change_is_seen_within_ten_seconds() {
        var id = "forestry@433124000000";
        assertThat(decides("forestry", "433124000000")).isEqualTo(id);
        product.bean(TransactionTemplate.class).executeWithoutResult(_ -> {
            var db = product.bean(JdbcClient.class);
            db.sql("update jurisdiction.body set closed_on = '2020-01-01' where id = ?")
                    .param(id)
                    .update();
            db.sql("update jurisdiction.register set stamp = gen_random_uuid()").update();
        });

        product.clock().forward(Remembered.LOOK_AGAIN);

        assertThat(decides("forestry", "433124000000")).isEqualTo("forestry@433100000000");
        bodies.reopen(id);
    }

    private String decides(String department, String area) {
        var body = bodies.deciding(Set.of(department), area).get(department);
        return body == null ? "nobody" : body.id();
    }
}

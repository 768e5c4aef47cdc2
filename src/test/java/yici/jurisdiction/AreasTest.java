package yici.jurisdiction;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import yici.house.Product;
import yici.kit.NotFound;

class AreasTest {

    private final Areas areas = Product.running().bean(Areas.class);

    @Test
    void the_sample_province_is_there_whole() {
        assertThat(areas.all().stream().collect(groupingBy(Area::level, counting())))
                .isEqualTo(Map.of(
                        Area.Level.PROVINCE, 1L,
                        Area.Level.PREFECTURE, 14L,
                        Area.Level.COUNTY, 122L,
                        Area.Level.ZONE, 24L,
                        Area.Level.OWN_LEVEL, 146L));
        assertThat(areas.get("430523000000").name().zh()).isEqualTo("邵阳县");
    }

    @Test
    void every_path_begins_at_the_province_and_goes_down_step_by_step() {
        for (var area : areas.all()) {
            var path = areas.path(area.code());

            assertThat(path.getFirst()).isEqualTo(areas.province());
            assertThat(path.getLast()).isEqualTo(area);
            for (int i = 1; i < path.size(); i++)
                assertThat(path.get(i).parent()).contains(path.get(i - 1).code());
        }
    }

    @Test
    void the_areas_are_one_tree_every_area_is_reached_once() {
        assertThat(areas.within("430000000000")).containsExactlyInAnyOrderElementsOf(areas.all());
        assertThat(areas.within("430523000000")).extracting(Area::code).containsExactly("430523000000", "430523999000");
        for (var area : areas.all())
            assertThat(areas.children(area.code()))
                    .allSatisfy(child -> assertThat(child.parent()).contains(area.code()));
    }

    @Test
    void an_area_below_a_prefecture_wears_the_prefectures_colour_and_prefectures_differ() {
        var prefectures = areas.children("430000000000").stream()
                .filter(a -> a.level() == Area.Level.PREFECTURE)
                .toList();

        assertThat(prefectures)
                .extracting(Area::accent)
                .doesNotHaveDuplicates()
                .doesNotContain(areas.province().accent());
        for (var prefecture : prefectures)
            assertThat(areas.within(prefecture.code())).extracting(Area::accent).containsOnly(prefecture.accent());
        assertThat(areas.get("439900000000").accent())
                .isEqualTo(areas.province().accent());
    }

    @Test
    void a_code_from_before_a_county_became_city_or_district_finds_what_it_became() {
        assertThat(areas.get("430122000000").name().zh()).isEqualTo("望城区");
        assertThat(areas.get("430124000000").name().zh()).isEqualTo("宁乡市");
        assertThat(areas.get("430221000000").name().zh()).isEqualTo("渌口区");
        assertThat(areas.get("430521000000").name().zh()).isEqualTo("邵东市");
        assertThat(areas.get("431121000000").name().zh()).isEqualTo("祁阳市");
        assertThat(areas.get("430122999000").code()).isEqualTo("430112999000");
        assertThat(areas.nearest("430122001000").code()).isEqualTo("430112000000");
    }

    @Test
    void a_wrong_code_is_led_to_the_nearest_area() {
        assertThat(areas.find("430523123000")).isEmpty();
        assertThatThrownBy(() -> areas.get("430523123000")).isInstanceOf(NotFound.class);
        assertThat(areas.nearest("430523123000").code()).isEqualTo("430523000000");
        assertThat(areas.nearest("430599000000").code()).isEqualTo("430500000000");
        assertThat(areas.nearest("430523").code()).isEqualTo("430523000000");
        assertThat(areas.nearest("110000000000").code()).isEqualTo("430000000000");
    }

    @Property(tries = 300)
    void whatever_is_asked_for_some_area_is_near(@ForAll String code) {
        assertThat(areas.all()).contains(areas.nearest(code));
    }
}

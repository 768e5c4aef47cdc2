package yici.publication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yici.house.Http;
import yici.house.Product;

/** Works are counted when people read them, and nothing is known of the people. */
class CountViewsTest {

    private final CountViews views = Product.running().bean(CountViews.class);
    private final Http reader = new Http();

    @Test
    void each_look_counts_on_whatever_language_and_none_by_a_program_or_of_what_is_not_there() {
        var work = Product.running()
                .bean(KeptWorks.class)
                .find("work-plans-2021")
                .orElseThrow()
                .id();
        views.write();
        long before = views.of(work);

        reader.get("/works/work-plans-2021");
        reader.get("/en/works/work-plans-2021");
        reader.get("/en/works/work-plans-2021", "User-Agent", "Examplebot/1.0");
        reader.get("/works/work-plans-2021/history");
        reader.get("/works/never-written-by-anybody");
        views.write();

        assertThat(views.of(work)).isEqualTo(before + 2);
    }
}

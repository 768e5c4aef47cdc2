package yici.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import yici.house.Browser;
import yici.house.Http;
import yici.house.Product;
import yici.kit.Language;

/** The home pages of the province, of a city and of a county: from one store, and none a copy of another. */
class FrontTest {

    private static final String HUAIHUA = "431200000000";
    private static final String SHAOYANG_COUNTY = "430523000000";

    private final Product product = Product.running();

    @Test
    void the_home_pages_of_province_city_and_county_are_good_pages_on_a_phone_and_on_a_desk() {
        for (var language : new Language[] {Language.ZH, Language.EN})
            try (var phone = Browser.phone(language);
                    var desktop = Browser.desktop(language)) {
                for (var path : List.of("/", "/areas/" + HUAIHUA, "/areas/" + SHAOYANG_COUNTY)) {
                    var name = "front" + path.replace('/', '-') + "-" + language.code();
                    phone.go(path);
                    phone.screenshot(name + "-375");
                    phone.assertGoodPage();
                    desktop.go(path);
                    desktop.screenshot(name + "-1280");
                    desktop.assertGoodPage();
                }
            }
    }

    @Test
    void each_has_its_name_its_news_and_its_order() {
        var province = new Http().get("/").body();
        var city = new Http().get("/areas/" + HUAIHUA).body();
        var county = new Http().get("/areas/" + SHAOYANG_COUNTY).body();

        assertThat(province).contains("示范网站上线").doesNotContain("怀化市网站上线");
        assertThat(city).contains("怀化市人民政府", "怀化市网站上线").doesNotContain("邵阳县网站换了样子");
        assertThat(county).contains("邵阳县人民政府", "邵阳县网站换了样子").doesNotContain("怀化市网站上线");
        assertThat(city.indexOf("id=\"news\"")).isLessThan(city.indexOf("id=\"tasks\""));
        assertThat(county.indexOf("id=\"tasks\"")).isLessThan(county.indexOf("id=\"news\""));
        assertThat(new Http(Language.FR).get("/areas/" + SHAOYANG_COUNTY).body())
                .contains("Administration du district de Shaoyang", "lang=\"zh-CN\"");
    }

    @Test
    void what_came_from_above_says_so() {
        assertThat(new Http().get("/areas/" + HUAIHUA).body()).contains("来自湖南省");
        assertThat(new Http(Language.EN).get("/areas/" + SHAOYANG_COUNTY).body())
                .contains("From Hunan");
        assertThat(new Http().get("/").body()).contains("人在鹤城", "来自怀化市");
        assertThat(new Http().get("/areas/430500000000").body()).contains("在邵阳县生了孩子", "来自邵阳县");
    }

    @Test
    void under_its_host_name_an_areas_site_is_the_whole_site() {
        assertThat(under("huaihua.yici.example", "/")).contains("怀化市人民政府", "怀化市网站上线");
        assertThat(under("HUAIHUA.yici.example", "/about")).contains("怀化市人民政府", "/areas/colours/1f5f6b.css");
        assertThat(under("unknown.yici.example", "/")).doesNotContain("怀化市人民政府");
        assertThat(under("huaihua.yici.example", "/")).contains("怀化市网站上线");
        assertThat(new Http().get("/").body()).doesNotContain("怀化市人民政府");
    }

    @Test
    void the_colour_of_a_site_is_a_style_sheet_and_nothing_else_can_be_asked_for() {
        var sheet = new Http().get("/areas/colours/1f5f6b.css");

        assertThat(sheet.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/css");
        assertThat(sheet.body()).contains("--accent: #1f5f6b");
        assertThat(new Http().get("/areas/colours/ffee00.css").statusCode()).isEqualTo(404);
        assertThat(new Http().get("/areas/colours/red.css").statusCode()).isEqualTo(404);
    }

    @Property(tries = 500)
    void whatever_is_mixed_from_a_readable_colour_is_readable_too(
            @ForAll @IntRange(max = 255) int red,
            @ForAll @IntRange(max = 255) int green,
            @ForAll @IntRange(max = 255) int blue) {
        var colour = new AccentColour(red, green, blue);
        if (!colour.isReadable()) return;
        var white = new AccentColour(255, 255, 255);

        for (var ground : List.of(white, colour.wash())) {
            assertThat(AccentColour.contrast(colour, ground)).isGreaterThanOrEqualTo(AccentColour.NEEDED);
            assertThat(AccentColour.contrast(colour.deep(), ground)).isGreaterThanOrEqualTo(AccentColour.NEEDED);
        }
        assertThat(AccentColour.of(colour.toString().toUpperCase(Locale.ROOT))).contains(colour);
    }

    /** A client of ours that says itself which host it asks for. */
    private String under(String host, String path) {
        var address = URI.create(product.url());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var ask = "GET " + path + " HTTP/1.1\r\nHost: " + host
                    + "\r\nConnection: close\r\nAccept-Language: zh-CN\r\n\r\n";
            socket.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

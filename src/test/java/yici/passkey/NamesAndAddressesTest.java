package yici.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** What a passkey is called, and at which addresses it is good. */
class NamesAndAddressesTest {

    private static final UUID NO_MODEL = new UUID(0, 0);

    @Test
    void the_persons_own_name_comes_before_the_products_and_that_before_the_browsers() {
        var windows = UUID.fromString("08987058-cadc-4b81-b6e1-30de50dcbe96");

        assertThat(ProposedName.of(" 我的\n<手机>  ", windows, "Edge, Windows", "通行密钥"))
                .isEqualTo("我的手机");
        assertThat(ProposedName.of("", windows, "Edge, Windows", "通行密钥")).isEqualTo("Windows Hello");
        assertThat(ProposedName.of("", NO_MODEL, "Firefox, Linux", "通行密钥")).isEqualTo("Firefox, Linux");
        assertThat(ProposedName.of("", NO_MODEL, "", "通行密钥")).isEqualTo("通行密钥");
        assertThat(ProposedName.tidy("钥".repeat(60))).hasSize(40);
    }

    @Test
    void without_configuration_only_the_own_machine_is_believed() {
        var site = new RelyingSite("", "", "");

        assertThat(site.at(at("http", "localhost", 8080)))
                .hasValueSatisfying(here -> assertThat(here.origins()).containsExactly("http://localhost:8080"));
        assertThat(site.at(at("http", "127.0.0.1", 8080))).isEmpty();
        assertThat(site.at(at("https", "evil.example", 443))).isEmpty();
    }

    @Test
    void what_is_configured_holds_whatever_a_request_claims() {
        var site = new RelyingSite(
                "https://yici.hunan.gov.cn/", "hunan.gov.cn", "android:apk-key-hash:abc, https://m.hunan.gov.cn");

        var here = site.at(at("https", "evil.example", 443)).orElseThrow();

        assertThat(here.id()).isEqualTo("hunan.gov.cn");
        assertThat(here.origins())
                .containsExactly("https://yici.hunan.gov.cn", "android:apk-key-hash:abc", "https://m.hunan.gov.cn");
        assertThatThrownBy(() -> new RelyingSite("https://yici.hunan.gov.cn", "gov.example", ""))
                .hasMessageContaining("YICI_PASSKEY_DOMAIN");
    }

    private static MockHttpServletRequest at(String scheme, String host, int port) {
        var request = new MockHttpServletRequest();
        request.setScheme(scheme);
        request.setServerName(host);
        request.setServerPort(port);
        return request;
    }
}

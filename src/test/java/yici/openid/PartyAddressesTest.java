package yici.openid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yici.kit.PublicAddress;

/** Where people may be sent, and where this product calls. */
class PartyAddressesTest {

    private final PartyAddresses real =
            new PartyAddresses("", new Issuer(new PublicAddress("https://yici.example.gov.cn")));
    private final PartyAddresses developer = new PartyAddresses("", new Issuer(new PublicAddress("")));

    @ParameterizedTest
    @CsvSource({
        "https://*.example.cn/return, WILDCARD",
        "https://example.cn/return#here, FRAGMENT",
        "http://example.cn/return, NOT_HTTPS",
        "https://me:you@example.cn/, USER_NAME",
        "example.cn/return, NO_ADDRESS",
        "javascript:alert(1), NO_ADDRESS",
        "http://localhost:9100/return, NOT_HTTPS"
    })
    void a_return_in_production_is_exact_and_https(String uri, PartyAddresses.Flaw flaw) {
        assertThat(real.ofReturn(uri, false, false)).contains(flaw);
    }

    @Test
    void a_developer_returns_to_the_own_machine_in_the_sandbox_and_an_application_to_its_scheme() {
        assertThat(real.ofReturn("http://localhost:9100/return", true, false)).isEmpty();
        assertThat(real.ofReturn("http://127.0.0.1/return", false, true)).isEmpty();
        assertThat(real.ofReturn("cn.gov.hunan.app:/return", false, true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://localhost/",
                "https://[::1]/",
                "https://10.1.2.3/",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://[fd00::1]/",
                "https://[fe80::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://2130706433/",
                "https://224.0.0.1/"
            })
    void nothing_inside_a_network_is_called_neither_from_the_sandbox(String uri) {
        assertThat(real.ofCall(uri, false)).isPresent();
        assertThat(real.ofCall(uri, true)).isPresent();
    }

    @Test
    void a_developers_own_product_calls_the_developers_own_system() {
        assertThat(developer.ofCall("http://localhost:9100/backchannel-logout", true))
                .isEmpty();
        assertThat(developer.ofCall("http://localhost:9100/backchannel-logout", false))
                .isPresent();
    }

    @Test
    void the_departments_own_network_is_called_where_the_operator_names_it() {
        var extranet = new PartyAddresses("10.0.0.0/8", new Issuer(new PublicAddress("https://yici.example.gov.cn")));

        assertThat(extranet.ofCall("https://10.1.2.3/backchannel-logout", false))
                .isEmpty();
        assertThat(extranet.ofCall("https://192.168.1.1/", false)).contains(PartyAddresses.Flaw.PRIVATE);
    }

    @Test
    void a_public_address_is_called() {
        assertThat(real.ofCall("https://203.0.113.7/keys", false)).isEmpty();
    }
}

package yici.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yici.house.Product;

class SealTest {

    private final Product product = Product.running();
    private final Seal seal = product.bean(Seal.class);
    private final Entries entries = new Entries(
            "/drafts/1/form/mother?x=1",
            List.of(new Entries.Field("name", "李娜"), new Entries.Field("name", ""), new Entries.Field("行\n", "\"<>&")),
            List.of("photo"),
            "/drafts/1",
            Optional.of(UUID.randomUUID()));

    @AfterEach
    void back() {
        product.clock().back();
    }

    @Test
    void what_was_sealed_comes_out_as_it_went_in_and_cannot_be_read_on_the_way() {
        var sealed = seal.close(entries).orElseThrow();

        assertThat(sealed).matches("[A-Za-z0-9_-]+");
        assertThat(seal.close(entries)).isNotEqualTo(Optional.of(sealed));
        assertThat(seal.open(sealed)).isEqualTo(new Seal.Opened.Fresh(entries));
    }

    @Test
    void every_node_opens_what_another_has_sealed() {
        var otherNode = new Seal(product.bean(Secret.class), product.clock());

        assertThat(otherNode.open(seal.close(entries).orElseThrow())).isEqualTo(new Seal.Opened.Fresh(entries));
    }

    @Test
    void after_half_an_hour_it_opens_no_more() {
        var sealed = seal.close(entries).orElseThrow();

        product.clock().forward(Duration.ofMinutes(31));

        assertThat(seal.open(sealed)).isEqualTo(new Seal.Opened.TooOld());
    }

    @Test
    void one_changed_character_breaks_it() {
        var sealed = seal.close(entries).orElseThrow();
        for (int i = 0; i < sealed.length() - 1; i += 7) {
            var changed = new StringBuilder(sealed);
            changed.setCharAt(i, sealed.charAt(i) == 'A' ? 'B' : 'A');

            assertThat(seal.open(changed.toString())).isEqualTo(new Seal.Opened.Broken());
        }
    }

    @Test
    void there_is_a_bound_to_what_is_carried() {
        var much = new Entries(
                "/x", List.of(new Entries.Field("text", "字".repeat(30_000))), List.of(), "", Optional.empty());

        assertThat(seal.close(much)).isEmpty();
        assertThat(seal.open("A".repeat(1_000_000))).isEqualTo(new Seal.Opened.Broken());
        assertThat(seal.open("not base64 !")).isEqualTo(new Seal.Opened.Broken());
        assertThat(seal.open("")).isEqualTo(new Seal.Opened.Broken());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/", "//evil.example", "/\\evil.example", "/\\/evil.example", "javascript:alert(1)",
                        "",
                "evil", "/a\r\nSet-Cookie: x=y", "/sign-in?to=/x", "/sign-out", "/中文", "/\t/evil.example"
            })
    void after_signing_in_nobody_is_sent_elsewhere(String to) {
        assertThat(BackTo.isOurs(to)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/my", "/drafts/1/form/p?x=%E4%B8%AD&y=a//b", "/sign-up", "/events/43PCN0009#top"})
    void addresses_of_this_site_are_gone_back_to(String to) {
        assertThat(BackTo.isOurs(to)).isTrue();
    }
}

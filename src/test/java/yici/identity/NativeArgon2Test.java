package yici.identity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class NativeArgon2Test {

    private final Argon2PasswordEncoder inJava = new Argon2PasswordEncoder(16, 32, 1, 64, 1);

    @Property(tries = 50)
    void what_one_writes_the_other_reads(@ForAll @NotEmpty String password) {
        var encoder = NativeArgon2.loaded(64, 1).orElseThrow();

        assertThat(inJava.matches(password, encoder.encode(password))).isTrue();
        assertThat(encoder.matches(password, inJava.encode(password))).isTrue();
        assertThat(encoder.matches(password + "x", inJava.encode(password))).isFalse();
    }

    @Example
    void a_hash_that_is_none_matches_nothing() {
        var encoder = NativeArgon2.loaded(64, 1).orElseThrow();

        assertThat(encoder.matches("something", "$argon2id$nonsense")).isFalse();
        assertThat(encoder.matches("something", "")).isFalse();
    }
}

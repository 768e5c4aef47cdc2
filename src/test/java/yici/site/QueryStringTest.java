package yici.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryStringTest {

    @Test
    void a_switch_keeps_what_else_is_asked_as_it_was_encoded() {
        var query = QueryString.of("q-a=x&area=430100000000&q-a=%E4%B8%AD+%26&&l%61ng=fr&empty=&flag");

        assertThat(query.without("lang", "area")).isEqualTo("q-a=x&q-a=%E4%B8%AD+%26&empty=&flag");
        assertThat(query.first("lang")).hasValue("fr");
        assertThat(query.first("flag")).hasValue("");
        assertThat(query.first("none")).isEmpty();
    }

    @Test
    void a_stray_percent_sign_breaks_nothing() {
        assertThat(QueryString.of("lang=%zz&%=1").first("lang")).hasValue("%zz");
    }
}

package yici.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

    private final Words words = new Words();

    @Test
    void arguments_stand_in_their_places() {
        assertThat(words.say(Language.ZH, "kit.graph.afterWith", "出生医学证明", "编号"))
                .isEqualTo("在“出生医学证明”之后，移交：编号");
    }

    @Test
    void an_argument_that_looks_like_a_place_stays_as_it_was_typed() {
        assertThat(words.say(Language.ZH, "kit.graph.afterWith", "{1} $1", "编号"))
                .isEqualTo("在“{1} $1”之后，移交：编号");
    }

    @Test
    void a_place_without_argument_and_a_key_without_words_show_themselves() {
        assertThat(words.say(Language.ZH, "kit.graph.after")).isEqualTo("在“{0}”之后");
        assertThat(words.say(Language.ZH, "kit.nowhere")).isEqualTo("kit.nowhere");
    }
}

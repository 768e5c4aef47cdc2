package yici.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptChangeTest {

    @Test
    void what_was_left_out_is_still_left_out_when_it_is_read_again() {
        var item = GuideJson.tree("{\"key\": \"one\"}");
        var changes = List.of(
                new Change(List.of("items", "one"), Optional.of(item), Optional.empty(), ""),
                new Change(List.of("items", "two"), Optional.empty(), Optional.of(item), "本地需要"));

        assertThat(GuideJson.readChanges(GuideJson.write(changes))).isEqualTo(changes);
    }
}

package yici.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the eye needs, computed from the style sheet itself. */
class LookTest {

    private static final double AA = 4.5;

    private final String css = read("/static/assets/yici.css");

    @Test
    void each_of_the_sixteen_accents_carries_white_text_and_stands_as_a_link_on_white_paper_and_its_own_wash() {
        for (int i = 0; i < 16; i++) {
            var accent = colour(i, "accent");

            assertThat(contrast(accent, "#ffffff")).as("accent %d on white", i).isGreaterThan(6);
            assertThat(contrast(accent, root("paper")))
                    .as("accent %d on paper", i)
                    .isGreaterThan(6);
            assertThat(contrast(accent, colour(i, "accent-wash")))
                    .as("accent %d on its wash", i)
                    .isGreaterThan(6);
            assertThat(contrast(colour(i, "accent-deep"), colour(i, "accent-wash")))
                    .as("deep %d on wash", i)
                    .isGreaterThan(7);
        }
    }

    @Test
    void no_two_accents_are_the_same() {
        var accents = java.util.stream.IntStream.range(0, 16)
                .mapToObj(i -> colour(i, "accent"))
                .toList();

        assertThat(accents).doesNotHaveDuplicates();
    }

    @Test
    void text_and_signals_are_readable_on_white_and_on_paper() {
        for (var name : List.of("ink", "ink-soft", "good", "warn", "bad"))
            for (var ground : List.of("#ffffff", root("paper")))
                assertThat(contrast(root(name), ground))
                        .as("%s on %s", name, ground)
                        .isGreaterThan(AA);
    }

    @Test
    void tags_are_readable() {
        var tags = Pattern.compile("\\.govuk-tag--\\w+[^{]*\\{ background: (#\\w{6}); color: (#\\w{6})")
                .matcher(css);
        int found = 0;
        while (tags.find()) {
            found++;
            assertThat(contrast(tags.group(1), tags.group(2))).as(tags.group()).isGreaterThan(AA);
        }

        assertThat(found).isEqualTo(5);
    }

    @Test
    void nothing_is_fetched_from_outside_or_from_a_file_that_is_not_there() {
        var all = css + read("/static/assets/govuk-frontend.min.css");

        assertThat(Pattern.compile("url\\(|@import|GDS Transport").matcher(all).find())
                .isFalse();
    }

    @Test
    void every_state_has_its_drawing_and_its_word() {
        var icons = read("/static/assets/icons.svg");
        var words = new Words();

        for (var state : State.values()) {
            assertThat(icons).contains("id=\"" + state.icon() + "\"");
            for (var language : Language.values())
                assertThat(words.has(language, state.word())).isTrue();
        }
    }

    private String colour(int accent, String name) {
        return find("\\.accent-" + accent + " \\{[^}]*--" + name + ": (#\\w{6})")
                .orElseThrow();
    }

    private String root(String name) {
        return find("--" + name + ": (#\\w{6})").orElseThrow();
    }

    private Optional<String> find(String pattern) {
        return Pattern.compile(pattern)
                .matcher(css)
                .results()
                .map(m -> m.group(1))
                .findFirst();
    }

    /** WCAG 2.2. */
    private static double contrast(String a, String b) {
        double x = luminance(a);
        double y = luminance(b);
        return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static String read(String resource) {
        try (var in = LookTest.class.getResourceAsStream(resource)) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

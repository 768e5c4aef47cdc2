package yici.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Habits that rot a house, each seen elsewhere; here they are red. */
class StyleTest {

    private static final int LONGEST_FILE_LINES = 400;

    private static final Pattern POST_FORM =
            Pattern.compile("<form\\b[^>]*method=\"post\"[^>]*>.*?</form>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    @Test
    void no_file_is_longer_than_can_be_read_in_one_go() {
        var files = new ArrayList<>(Sources.files(Sources.JAVA, ".java"));
        files.addAll(Sources.files(Sources.TESTS, ".java"));
        files.addAll(Sources.files(Sources.TEMPLATES, ".jte"));

        assertThat(files)
                .allSatisfy(file -> assertThat(Sources.read(file).lines().count())
                        .as("lines of %s", file)
                        .isLessThanOrEqualTo(LONGEST_FILE_LINES));
    }

    @Test
    void what_a_class_needs_comes_through_its_constructor() {
        assertThat(javaWhere(code -> Pattern.compile("\\bAutowired\\b|@Inject\\b|@Resource\\b|@Lazy\\b")
                        .matcher(code)
                        .find()))
                .isEmpty();
    }

    @Test
    void no_code_is_written_by_annotations() {
        assertThat(javaWhere(code -> code.contains("import lombok.") || code.contains("import org.mapstruct.")))
                .isEmpty();
    }

    @Test
    void nothing_is_named_after_its_place_in_a_pattern() {
        assertThat(Sources.files(Sources.JAVA, ".java").stream()
                        .map(Path::toString)
                        .filter(name -> name.matches(".*(Impl|Util|Utils|Helper|DTO|Dto|Entity|Manager)\\.java")
                                || name.contains("/util/")))
                .isEmpty();
    }

    @Test
    void a_room_asks_the_clock_it_was_given() {
        var now = Pattern.compile("\\b(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime|Year)\\.now\\(\\)"
                + "|System\\.currentTimeMillis\\(\\)|new Date\\(\\)|Clock\\.system");

        assertThat(javaWhere(code -> now.matcher(code).find()))
                .allMatch(
                        file -> Path.of(file).getParent().equals(Sources.JAVA), "the house alone reads the real time");
    }

    @Test
    void sql_goes_through_jdbc_client() {
        assertThat(javaWhere(code -> code.contains("JdbcTemplate") || code.contains("EntityManager")))
                .isEmpty();
    }

    @Test
    void a_page_trusts_no_text_and_carries_no_inline_code() {
        var inline = Pattern.compile("\\$unsafe|<script(?![^>]*\\bsrc=)|\\sstyle=\"|\\son[a-z]+=\"|href=\"javascript:");

        assertThat(templatesWhere(text -> inline.matcher(text).find())).isEmpty();
    }

    @Test
    void only_a_paper_that_becomes_a_pdf_brings_its_style_along() {
        assertThat(templatesWhere(text -> text.contains("<style")))
                .containsExactlyInAnyOrder(
                        "src/main/jte/yici/casework/paper.jte", "src/main/jte/yici/publication/printed.jte");
    }

    @Test
    void every_form_that_changes_something_carries_its_token() {
        assertThat(templatesWhere(text -> POST_FORM
                        .matcher(text)
                        .results()
                        .anyMatch(form ->
                                !form.group().contains("_csrf") && !form.group().contains("@template.kit.csrf"))))
                .isEmpty();
    }

    @Test
    void nothing_is_left_for_later() {
        var later = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b");
        var files = new ArrayList<>(Sources.files(Sources.JAVA, ".java"));
        files.addAll(Sources.files(Sources.TEMPLATES, ".jte"));
        files.addAll(Sources.files(Sources.MIGRATIONS, ".sql"));

        assertThat(files.stream()
                        .filter(file -> later.matcher(Sources.read(file)).find()))
                .isEmpty();
    }

    private static List<String> javaWhere(Predicate<String> wrong) {
        return Sources.files(Sources.JAVA, ".java").stream()
                .filter(file -> wrong.test(Sources.codeOnly(Sources.read(file))))
                .map(Path::toString)
                .toList();
    }

    private static List<String> templatesWhere(Predicate<String> wrong) {
        return Sources.files(Sources.TEMPLATES, ".jte").stream()
                .filter(file -> wrong.test(Sources.read(file)))
                .map(Path::toString)
                .toList();
    }
}

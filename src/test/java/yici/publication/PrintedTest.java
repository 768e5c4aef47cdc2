package yici.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yici.house.PdfChecks;
import yici.house.Product;
import yici.kit.Language;

/** What is taken away from the site: a file that everybody can read, search and print. */
class PrintedTest {

    /** The news of the work plans stands in all five languages. */
    private static final String NEWS = "work-plans-2021";

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_work_is_one_accessible_file_in_each_language_with_its_words_and_where_it_is_from(Language language)
            throws Exception {
        var answer = get("/" + language.code() + "/works/" + NEWS + ".pdf");
        var shown = Product.running().bean(ShowWork.class).show(NEWS, language).orElseThrow();
        var edition = shown.shown().edition();

        assertThat(edition.language()).isEqualTo(language);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains(NEWS + "-" + language.code() + ".pdf");
        PdfChecks.assertUniversallyAccessible(answer.body());
        assertThat(words(PdfChecks.text(answer.body())))
                .contains(words(edition.title()), words(edition.summary()), "/" + language.code() + "/works/" + NEWS);
    }

    @Test
    void a_whole_column_is_one_file() throws Exception {
        var answer = get("/zh/columns/plan-14-5.pdf");

        PdfChecks.assertUniversallyAccessible(answer.body());
        var text = words(PdfChecks.text(answer.body()));
        for (var line : Product.running().bean(ListWorks.class).in("plan-14-5", Language.ZH, 0, 60))
            assertThat(text).contains(words(line.title()));
    }

    @Test
    void what_is_not_published_cannot_be_taken_away() throws Exception {
        assertThat(get("/zh/works/never-written.pdf").statusCode()).isEqualTo(404);
        assertThat(get("/zh/columns/never-made.pdf").statusCode()).isEqualTo(404);
    }

    /** Lines are broken where the paper ends. */
    private static String words(String text) {
        return text.replaceAll("[\\s\u00A0\u00AD]+", "");
    }

    private static HttpResponse<byte[]> get(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(Product.running().url() + path))
                            .build(),
                    BodyHandlers.ofByteArray());
        }
    }
}

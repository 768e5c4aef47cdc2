package yici.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import yici.house.Product;
import yici.kit.NotFound;

class AttachmentsTest {

    private final Attachments attachments = Product.running().bean(Attachments.class);

    @Test
    void a_file_is_taken_and_given_back_as_it_was() throws IOException {
        var content = Samples.pdf();
        var stored = stored(take("/sdcard/DCIM/出生医学证明.pdf", content));

        assertThat(stored.fileName()).isEqualTo("出生医学证明.pdf");
        assertThat(stored.mediaType()).isEqualTo("application/pdf");
        assertThat(stored.sizeBytes()).isEqualTo(content.length);
        assertThat(attachments.find(stored.id())).contains(stored);
        try (var again = attachments.open(stored)) {
            assertThat(again.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void each_type_is_taken_whatever_it_calls_itself() {
        assertThat(stored(take("a.txt", Samples.jpeg())).mediaType()).isEqualTo("image/jpeg");
        assertThat(stored(take("a.pdf", Samples.png())).mediaType()).isEqualTo("image/png");
        assertThat(stored(take("a", Samples.ofd())).mediaType()).isEqualTo("application/ofd");
        assertThat(stored(take("a.exe", Samples.docx())).fileName()).isEqualTo("a.exe.docx");
    }

    @Test
    void each_refusal_says_why() {
        assertThat(take("a.pdf", new byte[0])).isEqualTo(new Upload.Empty());
        assertThat(take("a.pdf", "MZ program".getBytes(UTF_8)))
                .isEqualTo(new Upload.WrongType("application/vnd.microsoft.portable-executable"));
        assertThat(take("a.pdf", Samples.encryptedPdf("secret", 256, CompressParameters.DEFAULT_COMPRESSION)))
                .isEqualTo(new Upload.EncryptedPdf());
        assertThat(take("a.pdf", Arrays.copyOf(Samples.pdf(), 100))).isEqualTo(new Upload.Damaged("application/pdf"));
    }

    @Test
    void twenty_megabytes_are_taken_and_one_byte_more_is_not() {
        var jpeg = Samples.jpeg();
        int limit = (int) Attachments.LIMIT_BYTES;

        assertThat(take("a.jpg", Arrays.copyOf(jpeg, limit))).isInstanceOf(Upload.Stored.class);
        assertThat(take("a.jpg", Arrays.copyOf(jpeg, limit + 1)))
                .isEqualTo(new Upload.TooLarge(Attachments.LIMIT_BYTES));
    }

    @Test
    void one_content_under_two_names_is_two_files_over_one_content() {
        var content = Samples.png();
        var first = stored(take("一.png", content));
        var second = stored(take("二.png", content));

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.sha256()).isEqualTo(first.sha256());
    }

    @Test
    void what_the_virus_check_finds_is_not_kept() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("check", (VirusCheck) _ -> Optional.of("EICAR"));
        var product = Product.running();
        var guarded = new Attachments(
                product.bean(FileStore.class),
                product.bean(JdbcClient.class),
                product.clock(),
                beans.getBeanProvider(VirusCheck.class));

        assertThat(guarded.take("a.png", new ByteArrayInputStream(Samples.png())))
                .isEqualTo(new Upload.Infected("EICAR"));
    }

    @Test
    void a_document_of_the_product_is_kept() {
        var kept = attachments.keep("准予决定书.pdf", "application/pdf", Samples.pdf());

        assertThat(attachments.find(kept.id())).contains(kept);
        assertThatThrownBy(() -> attachments.keep("x.pdf", "application/pdf", new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_file_is_handed_out_so_that_no_browser_runs_it_and_none_keeps_it() throws IOException {
        var pdf = Samples.pdf();
        var shown = attachments.show(stored(take("出生 证明.pdf", pdf)));

        assertThat(shown.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(shown.getHeaders().getCacheControl()).isEqualTo("no-store");
        assertThat(shown.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("inline; ")
                .endsWith("filename*=UTF-8''%E5%87%BA%E7%94%9F%20%E8%AF%81%E6%98%8E.pdf");
        assertThat(Objects.requireNonNull(shown.getBody()).getContentAsByteArray())
                .isEqualTo(pdf);
    }

    @Test
    void what_a_browser_does_not_show_is_downloaded() {
        var docx = stored(take("合同.docx", Samples.docx()));
        var png = stored(take("a.png", Samples.png()));

        assertThat(attachments.show(docx).getHeaders().getContentDisposition().isAttachment())
                .isTrue();
        assertThat(attachments.show(png).getHeaders().getContentDisposition().isInline())
                .isTrue();
        assertThat(attachments
                        .download(png)
                        .getHeaders()
                        .getContentDisposition()
                        .isAttachment())
                .isTrue();
    }

    @Test
    void a_file_that_is_not_there_is_not_found() {
        assertThat(attachments.find(UUID.randomUUID())).isEmpty();
        var gone = new Attachment(UUID.randomUUID(), "0".repeat(64), "a.pdf", "application/pdf", 1, Instant.EPOCH);
        assertThatThrownBy(() -> attachments.open(gone)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> attachments.show(gone)).isInstanceOf(NotFound.class);
    }

    private Upload take(String name, byte[] content) {
        return attachments.take(name, new ByteArrayInputStream(content));
    }

    private static Attachment stored(Upload upload) {
        if (upload instanceof Upload.Stored(var attachment)) return attachment;
        throw new AssertionError("not stored: " + upload);
    }
}

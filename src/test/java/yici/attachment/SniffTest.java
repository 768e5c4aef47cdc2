package yici.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import yici.attachment.Sniff.Found;

class SniffTest {

    @Example
    void each_type_is_known_by_its_content() {
        assertThat(sniff(Samples.pdf())).isEqualTo(new Found.Known(FileType.PDF));
        assertThat(sniff(Samples.pdf(CompressParameters.NO_COMPRESSION))).isEqualTo(new Found.Known(FileType.PDF));
        assertThat(sniff(Samples.jpeg())).isEqualTo(new Found.Known(FileType.JPEG));
        assertThat(sniff(Samples.png())).isEqualTo(new Found.Known(FileType.PNG));
        assertThat(sniff(Samples.ofd())).isEqualTo(new Found.Known(FileType.OFD));
        assertThat(sniff(Samples.docx())).isEqualTo(new Found.Known(FileType.DOCX));
    }

    @Example
    void a_pdf_may_begin_a_little_late_but_not_later() {
        assertThat(sniff(join(new byte[1020], Samples.pdf()))).isEqualTo(new Found.Known(FileType.PDF));
        assertThat(sniff(join(new byte[3000], Samples.pdf()))).isEqualTo(new Found.Other("unknown"));
    }

    @Example
    void an_encrypted_pdf_is_seen_whatever_way_it_was_written() {
        for (var compression :
                new CompressParameters[] {CompressParameters.DEFAULT_COMPRESSION, CompressParameters.NO_COMPRESSION})
            for (int bits : new int[] {40, 128, 256})
                for (var user : new String[] {"secret", ""})
                    assertThat(sniff(Samples.encryptedPdf(user, bits, compression)))
                            .as(bits + " bits")
                            .isEqualTo(new Found.EncryptedPdf());
    }

    @Example
    void a_pdf_that_speaks_of_encryption_is_not_encrypted() {
        var pdf = new String(Samples.pdf(CompressParameters.NO_COMPRESSION), StandardCharsets.ISO_8859_1);
        var speaking = pdf.replace("endobj", "/EncryptMetadata true /Encrypt/None endobj");

        assertThat(sniff(speaking.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(new Found.Known(FileType.PDF));
    }

    @Example
    void a_file_cut_off_on_its_way_is_damaged() {
        var pdf = Samples.pdf();
        assertThat(sniff(Arrays.copyOf(pdf, pdf.length / 2))).isEqualTo(new Found.Damaged("application/pdf"));
        var docx = Samples.docx();
        assertThat(sniff(Arrays.copyOf(docx, docx.length / 2))).isEqualTo(new Found.Damaged("application/zip"));
    }

    @Example
    void what_is_not_taken_is_named() {
        assertThat(sniff(Samples.zip("readme.txt"))).isEqualTo(new Found.Other("application/zip"));
        assertThat(sniff(Samples.zip("word/document.xml"))).isEqualTo(new Found.Other("application/zip"));
        assertThat(other(sniff(Samples.zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"))))
                .contains("macroEnabled");
        assertThat(other(sniff(Samples.zip("[Content_Types].xml", "xl/workbook.xml"))))
                .contains("spreadsheetml");
        assertThat(other(sniff("GIF89a..".getBytes(StandardCharsets.US_ASCII)))).isEqualTo("image/gif");
        assertThat(other(sniff(Samples.bytes(new int[] {0, 0, 0, 24}, "ftypheic...."))))
                .isEqualTo("image/heic");
        assertThat(other(sniff(Samples.bytes(new int[] {0xD0, 0xCF, 0x11, 0xE0}, ".."))))
                .isEqualTo("application/msword");
        assertThat(other(sniff("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("text/plain");
        assertThat(other(sniff(new byte[] {1, 2, 3}))).isEqualTo("unknown");
    }

    @Example
    void a_zip_that_would_grow_without_bound_is_not_unpacked_and_not_taken() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 520; i++) zip.write(zeros);
        }

        assertThat(out.size()).isLessThan(1 << 20);
        assertThat(sniff(out.toByteArray())).isEqualTo(new Found.Other("application/zip"));
    }

    @Property(tries = 1000)
    void no_content_makes_it_fail(@ForAll("contents") byte[] content) {
        assertThat(sniff(content)).isNotNull();
    }

    /** Anything, beginning as something known more often than chance would, and real files with a byte turned over. */
    @Provide
    Arbitrary<byte[]> contents() {
        var anything = Arbitraries.bytes().array(byte[].class).ofMaxSize(3000);
        var beginning = Arbitraries.of(
                        "",
                        "PK\003\004",
                        "%PDF-1.7\n",
                        "\u00ff\u00d8\u00ff",
                        "\u0089PNG\r\n\032\n",
                        "%PDF-1.7 /Encrypt")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
        var random = beginning.flatMap(head -> anything.map(rest -> join(head, rest)));
        var files = new byte[][] {Samples.pdf(), Samples.docx(), Samples.ofd()};
        var spoilt = Arbitraries.of(files)
                .flatMap(file -> Arbitraries.integers()
                        .between(0, file.length - 1)
                        .flatMap(at -> Arbitraries.bytes().map(b -> {
                            var copy = file.clone();
                            copy[at] = b;
                            return copy;
                        })));
        return Arbitraries.oneOf(random, spoilt);
    }

    private static String other(Found found) {
        return found instanceof Found.Other(var mediaType) ? mediaType : found.toString();
    }

    private static Found sniff(byte[] content) {
        try {
            Path file = Files.createTempFile("sniff", "");
            try {
                return Sniff.sniff(Files.write(file, content));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] join(byte[] head, byte[] rest) {
        var both = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, both, head.length, rest.length);
        return both;
    }
}

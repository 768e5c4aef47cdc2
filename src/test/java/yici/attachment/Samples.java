package yici.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Small real files of each type, each different from the last. */
final class Samples {

    private Samples() {}

    static byte[] pdf() {
        return pdf(CompressParameters.DEFAULT_COMPRESSION);
    }

    static byte[] pdf(CompressParameters compression) {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setTitle(UUID.randomUUID().toString());
            return bytes(document, compression);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param user empty for a file that opens without a password and forbids the rest */
    static byte[] encryptedPdf(String user, int keyBits, CompressParameters compression) {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var policy = new StandardProtectionPolicy("owner", user, new AccessPermission());
            policy.setEncryptionKeyLength(keyBits);
            document.protect(policy);
            return bytes(document, compression);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(PDDocument document, CompressParameters compression) throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out, compression);
        return out.toByteArray();
    }

    static byte[] jpeg() {
        return bytes(
                new int[] {0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0},
                UUID.randomUUID().toString());
    }

    static byte[] png() {
        return bytes(
                new int[] {0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A},
                UUID.randomUUID().toString());
    }

    static byte[] ofd() {
        return zip("OFD.xml", "Doc_0/Document.xml");
    }

    static byte[] docx() {
        return zip("[Content_Types].xml", "_rels/.rels", "word/document.xml");
    }

    static byte[] zip(String... entries) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(("<x>" + UUID.randomUUID() + "</x>").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] bytes(int[] head, String rest) {
        var out = new ByteArrayOutputStream();
        for (int b : head) out.write(b);
        out.writeBytes(rest.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}

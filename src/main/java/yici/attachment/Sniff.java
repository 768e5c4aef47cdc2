package yici.attachment;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Finds out what a file is by looking into it; its name and what the browser claims count for nothing. Nothing is unpacked: of a zip only the
 * list of its entries is read, of a PDF only marks that always stand in the clear, so no file can grow in our hands.
 */
final class Sniff {

    /** Readers look for the header of a PDF this far (ISO 32000-1, annex H.3.4.1). */
    private static final int PDF_HEADER_WITHIN = 1024;
    /** Where a PDF says where its table begins; some writers add a little after it. */
    private static final int PDF_END_WITHIN = 4096;
    /** What a reader of the document would have to unpack; a bomb promises more. */
    private static final long UNPACKED_LIMIT_BYTES = 512L * 1024 * 1024;

    private static final int ENTRIES_LIMIT = 20_000;

    sealed interface Found {
        record Known(FileType type) implements Found {}

        /** @param mediaType as far as it can be told: of a broken zip nobody knows what was in it */
        record Damaged(String mediaType) implements Found {}

        record EncryptedPdf() implements Found {}

        /** @param mediaType what it is instead, or {@code unknown} */
        record Other(String mediaType) implements Found {}
    }

    private Sniff() {}

    static Found sniff(Path file) throws IOException {
        byte[] head = head(file);
        if (begins(head, 0xFF, 0xD8, 0xFF)) return new Found.Known(FileType.JPEG);
        if (begins(head, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) return new Found.Known(FileType.PNG);
        if (begins(head, 'P', 'K', 3, 4)) return zip(file);
        if (indexOf(head, "%PDF-") >= 0) return pdf(file);
        return new Found.Other(Guess.mediaType(head));
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(PDF_HEADER_WITHIN + 4);
        }
    }

    private static Found zip(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > ENTRIES_LIMIT || unpackedBytes(zip) > UNPACKED_LIMIT_BYTES)
                return new Found.Other("application/zip");
            if (zip.getEntry("OFD.xml") != null) return new Found.Known(FileType.OFD);
            if (zip.getEntry("[Content_Types].xml") == null) return new Found.Other("application/zip");
            if (zip.getEntry("word/vbaProject.bin") != null)
                return new Found.Other("application/vnd.ms-word.document.macroEnabled.12");
            if (zip.getEntry("word/document.xml") != null) return new Found.Known(FileType.DOCX);
            if (zip.getEntry("xl/workbook.xml") != null)
                return new Found.Other("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            if (zip.getEntry("ppt/presentation.xml") != null)
                return new Found.Other("application/vnd.openxmlformats-officedocument.presentationml.presentation");
            return new Found.Other("application/zip");
        } catch (ZipException | EOFException | IllegalArgumentException e) { // the last for names in no known encoding
            return new Found.Damaged("application/zip");
        }
    }

    private static long unpackedBytes(ZipFile zip) {
        long sum = 0;
        for (var entries = zip.entries(); entries.hasMoreElements() && sum <= UNPACKED_LIMIT_BYTES; )
            sum += Math.max(0, entries.nextElement().getSize());
        return sum;
    }

    private static Found pdf(Path file) throws IOException {
        if (indexOf(tail(file), "startxref") < 0) return new Found.Damaged(FileType.PDF.mediaType());
        return saysEncrypt(file) ? new Found.EncryptedPdf() : new Found.Known(FileType.PDF);
    }

    private static byte[] tail(Path file) throws IOException {
        try (var content = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(PDF_END_WITHIN, content.length());
            byte[] tail = new byte[length];
            content.seek(content.length() - length);
            content.readFully(tail);
            return tail;
        }
    }

    /**
     * {@code /Encrypt 12 0 R} stands in the trailer, or in the dictionary of the cross-reference stream, and neither may be compressed. A
     * PDF library would unpack streams on its way there, without a bound.
     */
    private static boolean saysEncrypt(Path file) throws IOException {
        byte[] name = "/Encrypt".getBytes(StandardCharsets.ISO_8859_1);
        byte[] window = new byte[1 << 16];
        int matched = 0;
        try (var in = Files.newInputStream(file)) {
            for (int read = in.read(window); read >= 0; read = in.read(window)) {
                for (int i = 0; i < read; i++) {
                    byte c = window[i];
                    if (matched < name.length) matched = c == name[matched] ? matched + 1 : c == name[0] ? 1 : 0;
                    else if (c == '<' || (c >= '0' && c <= '9')) return true;
                    else if (!isPdfSpace(c)) matched = c == name[0] ? 1 : 0; // /EncryptMetadata and the like
                }
            }
        }
        return false;
    }

    private static boolean isPdfSpace(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0;
    }

    private static boolean begins(byte[] content, int... with) {
        if (content.length < with.length) return false;
        for (int i = 0; i < with.length; i++) if ((content[i] & 0xFF) != with[i]) return false;
        return true;
    }

    private static int indexOf(byte[] content, String text) {
        return new String(content, StandardCharsets.ISO_8859_1).indexOf(text);
    }

    /** Names what people hand in by mistake, so that the refusal can say what it saw. */
    private static final class Guess {

        static String mediaType(byte[] head) {
            if (begins(head, 'G', 'I', 'F', '8')) return "image/gif";
            if (begins(head, 'B', 'M')) return "image/bmp";
            if (begins(head, 'I', 'I', '*', 0) || begins(head, 'M', 'M', 0, '*')) return "image/tiff";
            if (begins(head, 'R', 'I', 'F', 'F') && at(head, 8, "WEBP")) return "image/webp";
            if (at(head, 4, "ftyphei") || at(head, 4, "ftypmif1")) return "image/heic";
            if (at(head, 4, "ftyp")) return "video/mp4";
            if (begins(head, 0xD0, 0xCF, 0x11, 0xE0))
                return "application/msword"; // old .doc, or a .docx under a password
            if (at(head, 0, "{\\rtf")) return "application/rtf";
            if (at(head, 0, "Rar!")) return "application/vnd.rar";
            if (begins(head, '7', 'z', 0xBC, 0xAF)) return "application/x-7z-compressed";
            if (begins(head, 0x1F, 0x8B)) return "application/gzip";
            if (begins(head, 'P', 'K')) return "application/zip";
            if (begins(head, 'M', 'Z')) return "application/vnd.microsoft.portable-executable";
            return looksLikeText(head) ? "text/plain" : "unknown";
        }

        private static boolean at(byte[] head, int offset, String text) {
            var expected = text.getBytes(StandardCharsets.ISO_8859_1);
            return head.length >= offset + expected.length
                    && Arrays.equals(head, offset, offset + expected.length, expected, 0, expected.length);
        }

        private static boolean looksLikeText(byte[] head) {
            for (byte b : head) if (b >= 0 && b < 32 && b != '\n' && b != '\r' && b != '\t') return false;
            return true;
        }
    }
}

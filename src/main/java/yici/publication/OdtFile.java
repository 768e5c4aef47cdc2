package yici.publication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The parts of an OpenDocument file around its text: what kind of file it is, its styles, whose it is, what else is in it. */
final class OdtFile {

    private OdtFile() {}

    /** @param content the text itself, content.xml */
    static byte[] of(Odt.Sheet sheet, byte[] content, Map<String, Odt.Picture> pictures) {
        try {
            return zip(sheet, content, pictures);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // into memory
        }
    }

    private static byte[] zip(Odt.Sheet sheet, byte[] content, Map<String, Odt.Picture> pictures) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            stored(zip, "mimetype", Odt.TYPE.getBytes(StandardCharsets.US_ASCII));
            packed(zip, "content.xml", content);
            packed(zip, "styles.xml", styles(sheet.language()).getBytes(StandardCharsets.UTF_8));
            packed(zip, "meta.xml", meta(sheet).getBytes(StandardCharsets.UTF_8));
            for (var picture : pictures.entrySet())
                packed(zip, picture.getKey(), picture.getValue().bytes());
            packed(zip, "META-INF/manifest.xml", manifest(pictures).getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** The first entry, not packed: by it a program tells what the file is (part 2, 3.3). */
    private static void stored(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        var entry = entry(name);
        var sum = new CRC32();
        sum.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static void packed(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(entry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    /** Without the time: the same text makes the same file. */
    private static ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTime(0);
        return entry;
    }

    private static String manifest(Map<String, Odt.Picture> pictures) {
        var files = new StringBuilder();
        pictures.forEach((name, picture) ->
                files.append("<manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"image/%s\"/>"
                        .formatted(name, picture.ending().equals("png") ? "png" : "jpeg")));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">\
                <manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="%s"/>\
                <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>\
                <manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>\
                <manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>%s</manifest:manifest>
                """.formatted(Odt.TYPE, files);
    }

    private static String meta(Odt.Sheet sheet) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <office:document-meta xmlns:office="%s" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" \
                xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta><meta:generator>Yici</meta:generator>\
                <dc:title>%s</dc:title><dc:language>%s</dc:language><dc:date>%s</dc:date></office:meta></office:document-meta>
                """.formatted(Odt.OFFICE, escaped(sheet.title()), sheet.language(), sheet.at());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String styles(String language) {
        var parts = language.split("-", 2);
        var code = parts[0];
        var country = parts.length == 2
                ? parts[1]
                : Map.of("en", "GB", "fr", "FR", "ko", "KR", "ja", "JP").getOrDefault(code, "none");
        boolean asian = code.equals("zh") || code.equals("ja") || code.equals("ko");
        var spoken = asian
                ? "fo:language=\"en\" fo:country=\"GB\" style:language-asian=\"%s\" style:country-asian=\"%s\""
                        .formatted(code, country)
                : "fo:language=\"%s\" fo:country=\"%s\"".formatted(code, country);
        var headings = new StringBuilder();
        for (int level = 1; level <= 6; level++)
            headings.append("""
                    <style:style style:name="Heading_20_%1$d" style:display-name="Heading %1$d" style:family="paragraph" \
                    style:parent-style-name="Standard" style:next-style-name="Standard" style:default-outline-level="%1$d">\
                    <style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/>\
                    <style:text-properties fo:font-size="%2$dpt" style:font-size-asian="%2$dpt" fo:font-weight="bold" style:font-weight-asian="bold"/>\
                    </style:style>""".formatted(level, new int[] {20, 15, 13, 12, 11, 11}[level - 1]));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <office:document-styles xmlns:office="%s" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
                xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:text="%s" office:version="1.3"><office:styles>\
                <style:default-style style:family="paragraph"><style:text-properties fo:font-size="11pt" style:font-size-asian="11pt" %s/></style:default-style>\
                <style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.25cm" fo:line-height="150%%"/></style:style>\
                <style:style style:name="Quotations" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-left="1cm" fo:margin-right="1cm"/></style:style>\
                <style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold" style:font-weight-asian="bold"/></style:style>\
                <style:style style:name="Emphasis" style:family="text"><style:text-properties fo:font-style="italic" style:font-style-asian="italic"/></style:style>\
                %s</office:styles><office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" \
                fo:page-height="29.7cm" fo:margin-top="2.2cm" fo:margin-bottom="2cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"/></style:page-layout></office:automatic-styles>\
                <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles></office:document-styles>
                """.formatted(Odt.OFFICE, Odt.TEXT, spoken, headings);
    }
}

package yici.publication;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import yici.kit.Language;

/**
 * Atom (RFC 4287): what was published last. An entry keeps its id whatever becomes of its address.
 *
 * @param name by which the feed is told from all others for good
 * @param self its own address
 * @param page the page it belongs to
 * @param author who answers for it
 */
record Feed(
        String name,
        Language language,
        String title,
        String subtitle,
        String self,
        String page,
        String author,
        List<Entry> entries) {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    /**
     * @param language of the words; Chinese where there is no translation
     * @param address where it is read
     */
    record Entry(
            UUID work,
            Language language,
            String title,
            String summary,
            String body,
            String kind,
            Instant publishedFirst,
            Instant updated,
            String address) {}

    byte[] xml() {
        var bytes = new ByteArrayOutputStream();
        try {
            var out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("feed");
            out.writeDefaultNamespace(ATOM);
            out.writeAttribute("xml:lang", language.tag());
            text(out, "id", urn(UUID.nameUUIDFromBytes(("yici feed " + name).getBytes(StandardCharsets.UTF_8))));
            text(out, "title", title);
            if (!subtitle.isEmpty()) text(out, "subtitle", subtitle);
            text(
                    out,
                    "updated",
                    time(entries.stream()
                            .map(Entry::updated)
                            .max(Instant::compareTo)
                            .orElse(Instant.EPOCH)));
            author(out, author);
            link(out, "self", self, "application/atom+xml", language);
            link(out, "alternate", page, "text/html", language);
            text(out, "generator", "Yici");
            for (var entry : entries) entry(out, entry);
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e); // nothing is written but to memory
        }
        return bytes.toByteArray();
    }

    private static void entry(XMLStreamWriter out, Entry entry) throws XMLStreamException {
        out.writeStartElement("entry");
        out.writeAttribute("xml:lang", entry.language().tag());
        text(out, "id", urn(entry.work()));
        text(out, "title", entry.title());
        text(out, "published", time(entry.publishedFirst()));
        text(out, "updated", time(entry.updated()));
        author(out, entry.body());
        link(out, "alternate", entry.address(), "text/html", entry.language());
        out.writeEmptyElement("category");
        out.writeAttribute("term", entry.kind());
        // an entry without content owes its readers a summary
        text(out, "summary", entry.summary().isEmpty() ? entry.title() : entry.summary());
        out.writeEndElement();
    }

    private static void text(XMLStreamWriter out, String element, String text) throws XMLStreamException {
        out.writeStartElement(element);
        out.writeCharacters(printable(text));
        out.writeEndElement();
    }

    private static void author(XMLStreamWriter out, String name) throws XMLStreamException {
        out.writeStartElement("author");
        text(out, "name", name);
        out.writeEndElement();
    }

    private static void link(XMLStreamWriter out, String relation, String address, String type, Language language)
            throws XMLStreamException {
        out.writeEmptyElement("link");
        out.writeAttribute("rel", relation);
        out.writeAttribute("type", type);
        out.writeAttribute("hreflang", language.tag());
        out.writeAttribute("href", address);
    }

    /** XML has no way to write the other control characters. */
    private static String printable(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    }

    private static String urn(UUID id) {
        return "urn:uuid:" + id;
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

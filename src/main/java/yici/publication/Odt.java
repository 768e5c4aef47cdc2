package yici.publication;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/**
 * A text as a document every word processor opens (OpenDocument 1.3, ISO/IEC 26300): headings are headings, lists lists, tables tables with a
 * heading row, pictures carry their words, and the language of the text is said.
 */
final class Odt extends AbstractVisitor {

    static final String TYPE = "application/vnd.oasis.opendocument.text";

    static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
    private static final String SVG = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final double CM_A_POINT = 2.54 / 96;
    private static final double WIDEST_CM = 16;

    /**
     * @param language with a region, such as {@code zh-CN}
     * @param whence where it is read and when it was fetched, as the last line
     */
    record Sheet(
            String title, String lead, String facts, String language, String markdown, String whence, Instant at) {}

    /** @param ending of its file name: jpg or png */
    record Picture(byte[] bytes, String ending, int width, int height) {}

    private final XMLStreamWriter out;
    private final String base;
    private final Function<String, Optional<Picture>> pictures;
    private final Map<String, Picture> used = new LinkedHashMap<>();

    private Odt(XMLStreamWriter out, String base, Function<String, Optional<Picture>> pictures) {
        this.out = out;
        this.base = base;
        this.pictures = pictures;
    }

    /**
     * @param base where links of this site lead, such as {@code https://example.gov.cn}
     * @param pictures by the address in the text; empty where there is none
     */
    static byte[] of(Sheet sheet, String base, Function<String, Optional<Picture>> pictures) {
        var content = new ByteArrayOutputStream();
        try {
            var writer =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(content, StandardCharsets.UTF_8.name());
            var odt = new Odt(writer, base, pictures);
            odt.content(sheet);
            return OdtFile.of(sheet, content.toByteArray(), odt.used);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void content(Sheet sheet) throws XMLStreamException {
        out.writeStartDocument("UTF-8", "1.0");
        out.writeStartElement("office", "document-content", OFFICE);
        out.writeNamespace("office", OFFICE);
        out.writeNamespace("text", TEXT);
        out.writeNamespace("table", TABLE);
        out.writeNamespace("draw", DRAW);
        out.writeNamespace("svg", SVG);
        out.writeNamespace("xlink", XLINK);
        out.writeAttribute("office", OFFICE, "version", "1.3");
        out.writeStartElement("office", "body", OFFICE);
        out.writeStartElement("office", "text", OFFICE);
        heading(1, () -> write(sheet.title()));
        if (!sheet.facts().isEmpty()) block("Standard", () -> write(sheet.facts()));
        if (!sheet.lead().isEmpty()) block("Standard", () -> write(sheet.lead()));
        Markdown.tame(sheet.markdown()).accept(this);
        block("Standard", () -> write(sheet.whence()));
        out.writeEndDocument();
        out.close();
    }

    // --- the text --------------------------------------------------------------------------------------------------

    @FunctionalInterface
    private interface Inside {
        void write() throws XMLStreamException;
    }

    private void element(String prefix, String name, String space, Inside inside) throws XMLStreamException {
        out.writeStartElement(prefix, name, space);
        inside.write();
        out.writeEndElement();
    }

    private void block(String style, Inside inside) throws XMLStreamException {
        element("text", "p", TEXT, () -> {
            out.writeAttribute("text", TEXT, "style-name", style);
            inside.write();
        });
    }

    private void heading(int level, Inside inside) throws XMLStreamException {
        element("text", "h", TEXT, () -> {
            out.writeAttribute("text", TEXT, "style-name", "Heading_20_" + level);
            out.writeAttribute("text", TEXT, "outline-level", String.valueOf(level));
            inside.write();
        });
    }

    private void span(String style, Node node) {
        quietly(() -> element("text", "span", TEXT, () -> {
            out.writeAttribute("text", TEXT, "style-name", style);
            visitChildren(node);
        }));
    }

    /** Without what XML has no place for. */
    private void write(String text) throws XMLStreamException {
        out.writeCharacters(text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", ""));
    }

    /** Into memory: nothing is wrong with it but what we do. */
    private static void quietly(Inside inside) {
        try {
            inside.write();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void visit(Heading heading) {
        quietly(() -> heading(Math.min(6, heading.getLevel()), () -> visitChildren(heading)));
    }

    @Override
    public void visit(Paragraph paragraph) {
        var style = paragraph.getParent() instanceof BlockQuote ? "Quotations" : "Standard";
        quietly(() -> block(style, () -> visitChildren(paragraph)));
    }

    @Override
    public void visit(BulletList list) {
        quietly(() -> element("text", "list", TEXT, () -> visitChildren(list)));
    }

    /** The number stands in the text: a style of its own for each list would say no more. */
    @Override
    public void visit(OrderedList list) {
        quietly(() -> element("text", "list", TEXT, () -> visitChildren(list)));
    }

    @Override
    public void visit(ListItem item) {
        quietly(() -> element("text", "list-item", TEXT, () -> {
            for (var child = item.getFirstChild(); child != null; child = child.getNext()) {
                var one = child;
                if (one instanceof Paragraph
                        && item.getParent() instanceof OrderedList list
                        && one.getPrevious() == null)
                    block("Standard", () -> {
                        write(number(list, item) + ". ");
                        visitChildren(one);
                    });
                else one.accept(this);
            }
        }));
    }

    private static int number(OrderedList list, ListItem item) {
        int number = Optional.ofNullable(list.getMarkerStartNumber()).orElse(1);
        for (var before = item.getPrevious(); before != null; before = before.getPrevious()) number++;
        return number;
    }

    @Override
    public void visit(CustomBlock block) {
        quietly(() -> element("table", "table", TABLE, () -> {
            element(
                    "table",
                    "table-column",
                    TABLE,
                    () -> out.writeAttribute(
                            "table", TABLE, "number-columns-repeated", String.valueOf(columns(block))));
            visitChildren(block);
        }));
    }

    private static int columns(Node table) {
        int columns = 0;
        var row = table.getFirstChild() == null ? null : table.getFirstChild().getFirstChild();
        for (var cell = row == null ? null : row.getFirstChild(); cell != null; cell = cell.getNext()) columns++;
        return Math.max(1, columns);
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableHead)
            quietly(() -> element("table", "table-header-rows", TABLE, () -> visitChildren(node)));
        else if (node instanceof TableRow)
            quietly(() -> element("table", "table-row", TABLE, () -> visitChildren(node)));
        else if (node instanceof TableCell cell)
            quietly(() -> element("table", "table-cell", TABLE, () -> {
                out.writeAttribute("office", OFFICE, "value-type", "string");
                block("Standard", () -> {
                    if (cell.isHeader()) span("Strong", cell);
                    else visitChildren(cell);
                });
            }));
        else visitChildren(node);
    }

    @Override
    public void visit(Link link) {
        var to = link.getDestination().startsWith("/") ? base + link.getDestination() : link.getDestination();
        quietly(() -> element("text", "a", TEXT, () -> {
            out.writeAttribute("xlink", XLINK, "type", "simple");
            out.writeAttribute("xlink", XLINK, "href", to);
            visitChildren(link);
        }));
    }

    @Override
    public void visit(Image image) {
        var words = Markdown.alt(image);
        var picture = pictures.apply(image.getDestination());
        if (picture.isEmpty()) {
            quietly(() -> write(words));
            return;
        }
        var name = "Pictures/" + (used.size() + 1) + "." + picture.get().ending();
        used.put(name, picture.get());
        double width = Math.min(WIDEST_CM, picture.get().width() * CM_A_POINT);
        double height = width * picture.get().height() / picture.get().width();
        quietly(() -> element("draw", "frame", DRAW, () -> {
            out.writeAttribute("text", TEXT, "anchor-type", "as-char");
            out.writeAttribute("svg", SVG, "width", cm(width));
            out.writeAttribute("svg", SVG, "height", cm(height));
            element("draw", "image", DRAW, () -> {
                out.writeAttribute("xlink", XLINK, "href", name);
                out.writeAttribute("xlink", XLINK, "type", "simple");
            });
            element("svg", "title", SVG, () -> write(words));
        }));
    }

    private static String cm(double length) {
        return String.format(java.util.Locale.ROOT, "%.2fcm", length);
    }

    @Override
    public void visit(StrongEmphasis strong) {
        span("Strong", strong);
    }

    @Override
    public void visit(Emphasis emphasis) {
        span("Emphasis", emphasis);
    }

    @Override
    public void visit(Text text) {
        quietly(() -> write(text.getLiteral()));
    }

    @Override
    public void visit(Code code) {
        quietly(() -> write(code.getLiteral()));
    }

    @Override
    public void visit(FencedCodeBlock code) {
        // what a block says line by line is a paragraph a line here, its links and emphasis with it
        for (var line : code.getLiteral().lines().toList()) {
            var parts = Markdown.tame(line.replaceFirst("\\s*[|｜]\\s*", " – "));
            if (parts.getFirstChild() instanceof Paragraph said && said.getNext() == null) said.accept(this);
            else quietly(() -> block("Standard", () -> write(line)));
        }
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        quietly(() -> block("Standard", () -> write(code.getLiteral())));
    }

    /** Shown as the characters it is, as on the page. */
    @Override
    public void visit(HtmlBlock html) {
        quietly(() -> block("Standard", () -> write(html.getLiteral())));
    }

    @Override
    public void visit(HtmlInline html) {
        quietly(() -> write(html.getLiteral()));
    }

    @Override
    public void visit(SoftLineBreak line) {
        quietly(() -> write("\n"));
    }

    @Override
    public void visit(HardLineBreak line) {
        quietly(() -> element("text", "line-break", TEXT, () -> {}));
    }

    @Override
    public void visit(ThematicBreak line) {
        quietly(() -> block("Standard", () -> write("⁂")));
    }
}

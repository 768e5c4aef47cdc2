package yici.publication;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Text of a work as HTML that can do no harm: raw HTML is shown as the characters it is, a link leads to the web, a mailbox, a telephone or this site,
 * an image comes from this site. Whatever else was written there stays as its words.
 */
final class Markdown {

    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(_ -> new Classes())
            .nodeRendererFactory(Blocks::new)
            .build();
    private static final TextContentRenderer WORDS =
            TextContentRenderer.builder().extensions(TABLES).build();

    private Markdown() {}

    /** For {@code ${…}} in a template. */
    static Content content(String markdown) {
        var html = html(markdown);
        return out -> out.writeContent(html);
    }

    static String html(String markdown) {
        return HTML.render(tame(markdown));
    }

    /** As a tree in which nothing leads elsewhere than allowed. */
    static Node tame(String markdown) {
        var document = PARSER.parse(markdown);
        document.accept(new Tame());
        return document;
    }

    /** The words of a picture, for those who do not see it. */
    static String alt(Image image) {
        var words = new StringBuilder();
        image.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Image itself) {
                visitChildren(itself);
            }
        });
        return words.toString();
    }

    /** As part of a page on which the title itself is a heading of the second level. */
    static Content below(String markdown) {
        var document = tame(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                heading.setLevel(Math.min(6, heading.getLevel() + 1));
            }
        });
        var html = HTML.render(document);
        return out -> out.writeContent(html);
    }

    /** The words alone, to count and to compare. */
    static String words(String markdown) {
        return WORDS.render(PARSER.parse(markdown));
    }

    static Node tree(String markdown) {
        return PARSER.parse(markdown);
    }

    /** An address of this site ({@code /…}, {@code #…}) or of a harmless kind elsewhere. */
    static boolean isLink(String address) {
        var plain = address.strip().toLowerCase(Locale.ROOT);
        if (plain.chars().anyMatch(c -> c < ' ' || c == '\\')) return false;
        if (plain.startsWith("#")) return true;
        if (plain.startsWith("/")) return !plain.startsWith("//");
        return plain.startsWith("https://")
                || plain.startsWith("http://")
                || plain.startsWith("mailto:")
                || plain.startsWith("tel:");
    }

    private static boolean isOwn(String address) {
        return isLink(address) && address.strip().startsWith("/");
    }

    /** Takes out what leads elsewhere than allowed, and leaves the page its one heading of the first level. */
    private static final class Tame extends AbstractVisitor {
        @Override
        public void visit(Heading heading) {
            if (heading.getLevel() == 1) heading.setLevel(2);
            visitChildren(heading);
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            if (isLink(link.getDestination())) return;
            for (var child : children(link)) link.insertBefore(child);
            link.unlink();
        }

        @Override
        public void visit(Image image) {
            if (isOwn(image.getDestination())) {
                visitChildren(image);
                return;
            }
            image.insertBefore(new Text(alt(image)));
            image.unlink();
        }

        /** A corner of a table that is empty heads nothing. */
        @Override
        public void visit(CustomNode node) {
            if (node instanceof TableCell cell && cell.isHeader() && cell.getFirstChild() == null)
                cell.setHeader(false);
            visitChildren(node);
        }

        private static List<Node> children(Node node) {
            var children = new ArrayList<Node>();
            for (var child = node.getFirstChild(); child != null; child = child.getNext()) children.add(child);
            return children;
        }
    }

    private static final class Classes implements AttributeProvider {
        private static final Pattern PICTURE =
                Pattern.compile("(/media/[0-9a-f-]{36}/)([0-9]{1,4})x([0-9]{1,5})\\.(jpg|png)");

        private static final Map<String, String> BY_TAG = Map.of(
                "p", "govuk-body",
                "ul", "govuk-list govuk-list--bullet",
                "ol", "govuk-list govuk-list--number",
                "a", "govuk-link",
                "blockquote", "govuk-inset-text",
                "th", "govuk-table__header",
                "td", "govuk-table__cell");

        @Override
        public void setAttributes(Node node, String tag, Map<String, String> attributes) {
            if (node instanceof TableBlock && tag.equals("table")) attributes.put("class", "govuk-table");
            else if (tag.equals("h2")) attributes.put("class", "govuk-heading-m");
            else if (tag.matches("h[3-6]")) attributes.put("class", "govuk-heading-s");
            else if (BY_TAG.containsKey(tag)) attributes.merge("class", BY_TAG.get(tag), (_, ours) -> ours);
            if (tag.equals("th") || tag.equals("td")) align(attributes);
            if (tag.equals("th")) attributes.put("scope", "col");
            if (tag.equals("img")) picture(attributes);
        }

        /** Its measures keep the page from jumping; smaller screens fetch smaller files. */
        private static void picture(Map<String, String> attributes) {
            attributes.put("loading", "lazy");
            var picture = PICTURE.matcher(attributes.getOrDefault("src", ""));
            if (!picture.matches()) return;
            int width = Integer.parseInt(picture.group(2));
            attributes.put("width", picture.group(2));
            attributes.put("height", picture.group(3));
            var sources = AddFile.WIDTHS.stream()
                    .filter(less -> less < width)
                    .map(less -> picture.group(1) + "w" + less + "." + picture.group(4) + " " + less + "w")
                    .collect(Collectors.toCollection(ArrayList::new));
            if (sources.isEmpty()) return;
            sources.add(attributes.get("src") + " " + width + "w");
            attributes.put("srcset", String.join(", ", sources));
            attributes.put("sizes", "(min-width: 48em) 40rem, 100vw");
        }

        /** The renderer writes an attribute that HTML no longer has. */
        private static void align(Map<String, String> attributes) {
            if ("right".equals(attributes.remove("align")))
                attributes.merge("class", "govuk-table__cell--numeric", (cell, number) -> cell + " " + number);
        }
    }
}

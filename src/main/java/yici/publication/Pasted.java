package yici.publication;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What was copied from a word processor or a page, as Markdown: headings, lists, tables, links and emphasis stay; type, colours, comments, scripts
 * and the hidden marks of office programs go. A picture does not come along: it is uploaded, with words for those who do not see it.
 */
final class Pasted {

    private static final int LONGEST = 2_000_000;
    private static final Set<String> GONE = Set.of(
            "script",
            "style",
            "head",
            "title",
            "meta",
            "link",
            "object",
            "iframe",
            "svg",
            "img",
            "xml",
            "template",
            "noscript");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "body",
            "blockquote",
            "ul",
            "ol",
            "table",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "pre",
            "hr",
            "figure",
            "dl",
            "dt",
            "dd",
            "li");

    private final StringBuilder out = new StringBuilder();

    private Pasted() {}

    static String markdown(String html) {
        // Word hides bullets of lists in conditional comments of its own
        var clean = html.substring(0, Math.min(html.length(), LONGEST))
                .replaceAll("(?s)<!\\[if !supportLists\\]>.*?<!\\[endif\\]>", "");
        var body = Jsoup.parse(clean).body();
        body.select("[style*=mso-list:Ignore], [style*=mso-list:ignore], o|p").remove();
        var pasted = new Pasted();
        pasted.blocks(body);
        return pasted.out
                .toString()
                .replaceAll("[ \\t\u00a0]+\n", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    private void blocks(Element of) {
        var line = new StringBuilder();
        for (var node : of.childNodes()) {
            if (node instanceof Element element && isBlock(element)) {
                paragraph(line);
                block(element);
            } else line.append(inline(node));
        }
        paragraph(line);
    }

    private static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName())
                || element.children().stream().anyMatch(Pasted::isBlock);
    }

    private void block(Element element) {
        var name = element.normalName();
        if (GONE.contains(name)) return;
        if (name.matches("h[1-6]")) {
            heading(element, Math.max(2, Integer.parseInt(name.substring(1))));
            return;
        }
        switch (name) {
            case "ul", "ol" -> {
                list(element, "");
                out.append('\n');
            }
            case "table" -> table(element);
            case "blockquote" -> out.append("> ").append(words(element)).append("\n\n");
            case "hr" -> out.append("---\n\n");
            case "p" -> officeParagraph(element);
            default -> blocks(element);
        }
    }

    /** Office programs write headings and list items as paragraphs of a class. */
    private void officeParagraph(Element element) {
        var kind = element.className();
        if (kind.matches(".*MsoListParagraph.*") || element.attr("style").contains("mso-list:")) {
            var words = words(element).replaceFirst("^(?:[·•▪◦○■●§o-]|[0-9a-z]{1,3}[.)、])[\\s\u00a0]+", "");
            out.append("- ").append(words).append('\n');
            if (!(element.nextElementSibling() instanceof Element next
                    && next.className().contains("MsoList"))) out.append('\n');
        } else if (kind.matches("(?i)mso(title|heading).*")) heading(element, 2);
        else blocks(element);
    }

    private void heading(Element element, int level) {
        var words = words(element).replace("**", "");
        if (!words.isEmpty())
            out.append("#".repeat(level)).append(' ').append(words).append("\n\n");
    }

    private void paragraph(StringBuilder line) {
        var words = line.toString()
                .replaceAll("[ \\t]+", " ")
                .replaceAll(" *\n *", "\n")
                .strip();
        if (!words.isEmpty()) out.append(words).append("\n\n");
        line.setLength(0);
    }

    private void list(Element list, String indent) {
        int number = 1;
        for (var item : list.children()) {
            var own = item.childNodes().stream()
                    .filter(node ->
                            !(node instanceof Element e && List.of("ul", "ol").contains(e.normalName())))
                    .map(Pasted::inline)
                    .collect(Collectors.joining())
                    .replaceAll("\\s+", " ")
                    .strip();
            var mark = list.normalName().equals("ol") ? number++ + ". " : "- ";
            if (!own.isEmpty()) out.append(indent).append(mark).append(own).append('\n');
            for (var inner : item.children())
                if (List.of("ul", "ol").contains(inner.normalName())) list(inner, indent + "   ");
        }
    }

    private void table(Element table) {
        var rows = table.select("tr");
        boolean first = true;
        for (var row : rows) {
            var cells = row.select("> td, > th");
            if (cells.isEmpty()) continue;
            out.append("| ")
                    .append(cells.stream()
                            .map(cell -> words(cell).replace("|", "\\|"))
                            .collect(Collectors.joining(" | ")))
                    .append(" |\n");
            if (first) out.append("|").append(" --- |".repeat(cells.size())).append('\n');
            first = false;
        }
        out.append('\n');
    }

    private static String words(Element element) {
        return element.childNodes().stream()
                .map(Pasted::inline)
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String inline(Node node) {
        if (node instanceof TextNode text) return escaped(text.getWholeText().replaceAll("[\\s\u00a0]+", " "));
        if (!(node instanceof Element element) || GONE.contains(element.normalName())) return "";
        if (element.normalName().equals("br")) return "\n";
        var inner = element.childNodes().stream().map(Pasted::inline).collect(Collectors.joining());
        var words = inner.strip();
        if (words.isEmpty()) return inner.isEmpty() ? "" : " ";
        return switch (element.normalName()) {
            case "b", "strong" -> around(inner, words, "**");
            case "i", "em" -> around(inner, words, "*");
            case "a" -> {
                var to = element.attr("href").strip();
                yield to.isEmpty() || to.startsWith("#") || !Markdown.isLink(to)
                        ? inner
                        : "[" + words + "](" + to.replace(" ", "%20").replace(")", "%29") + ")";
            }
            default -> inner;
        };
    }

    /** Marks of emphasis stand at the words, not at the spaces around them. */
    private static String around(String inner, String words, String mark) {
        return (inner.startsWith(" ") ? " " : "") + mark + words + mark + (inner.endsWith(" ") ? " " : "");
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\*_`\\[\\]<>])", "\\\\$1");
    }
}

package yici.publication;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Blocks that say more than a paragraph: {@code ```timeline}, {@code ```bars}, {@code ```facts}, {@code ```note}, {@code ```transcript}. Each is
 * typed line by line, parts of a line with a bar between them, so that a text stays a text. Everything typed is escaped; what does not fit is shown as it stands.
 */
final class Blocks implements NodeRenderer {

    static final Set<String> KINDS = Set.of("timeline", "bars", "facts", "note", "transcript");

    /** One line of a block. */
    private record Entry(String first, String rest) {
        static Stream<Entry> of(String literal) {
            return literal.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(line -> {
                        var parts = line.split("\\s*[|｜]\\s*", 2);
                        return new Entry(parts[0], parts.length == 2 ? parts[1] : "");
                    });
        }

        Optional<Double> number() {
            var digits = rest.replaceAll("[,， ]", "").replaceAll("^([0-9]+(?:\\.[0-9]+)?).*$", "$1");
            return digits.matches("[0-9]{1,12}(?:\\.[0-9]{1,6})?")
                    ? Optional.of(Double.parseDouble(digits))
                    : Optional.empty();
        }
    }

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;

    Blocks(HtmlNodeRendererContext context) {
        this.context = context;
        html = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FencedCodeBlock.class);
    }

    @Override
    public void render(Node node) {
        var block = (FencedCodeBlock) node;
        var info = Optional.ofNullable(block.getInfo()).orElse("").strip().split("\\s+", 2);
        var caption = info.length == 2 ? info[1] : "";
        var entries = Entry.of(block.getLiteral()).toList();
        html.line();
        switch (info[0]) {
            case "timeline" -> timeline(entries, caption);
            case "facts" -> facts(entries);
            case "note" -> note(entries);
            case "transcript" -> transcript(entries, caption);
            case "bars" -> {
                if (entries.stream().allMatch(entry -> entry.number().isPresent())) bars(entries, caption);
                else code(block.getLiteral());
            }
            default -> code(block.getLiteral());
        }
        html.line();
    }

    private void timeline(List<Entry> entries, String caption) {
        if (!caption.isEmpty()) element("p", "block-caption", caption);
        html.tag("ol", Map.of("class", "block-timeline"));
        for (var entry : entries) {
            html.tag("li");
            element("strong", "", entry.first());
            html.text(" ");
            element("span", "", entry.rest());
            html.tag("/li");
        }
        html.tag("/ol");
    }

    private void facts(List<Entry> entries) {
        html.tag("dl", Map.of("class", "govuk-summary-list"));
        for (var entry : entries) {
            html.tag("div", Map.of("class", "govuk-summary-list__row"));
            element("dt", "govuk-summary-list__key", entry.first());
            element("dd", "govuk-summary-list__value", entry.rest());
            html.tag("/div");
        }
        html.tag("/dl");
    }

    private void note(List<Entry> entries) {
        html.tag("div", Map.of("class", "govuk-inset-text"));
        for (var entry : entries)
            element("p", "govuk-body", entry.rest().isEmpty() ? entry.first() : entry.first() + " | " + entry.rest());
        html.tag("/div");
    }

    /** What is said in a film, for those who do not hear it and those who would rather read. */
    private void transcript(List<Entry> entries, String caption) {
        html.tag("details", Map.of("class", "govuk-details", "open", "open"));
        html.tag("summary", Map.of("class", "govuk-details__summary"));
        element("span", "govuk-details__summary-text", caption.isEmpty() ? "…" : caption);
        html.tag("/summary");
        html.tag("div", Map.of("class", "govuk-details__text"));
        for (var entry : entries) {
            html.tag("p", Map.of("class", "govuk-body"));
            if (entry.rest().isEmpty()) html.text(entry.first());
            else {
                element("strong", "", entry.first());
                html.text(" ");
                inline(entry.rest());
            }
            html.tag("/p");
        }
        html.tag("/div");
        html.tag("/details");
    }

    /** A table, so that everybody reads the numbers; beside each a bar, which says nothing that is not in the table. */
    private void bars(List<Entry> entries, String caption) {
        double most = entries.stream()
                .mapToDouble(entry -> entry.number().orElse(0.0))
                .max()
                .orElse(0);
        html.tag("table", Map.of("class", "govuk-table block-bars"));
        if (!caption.isEmpty()) element("caption", "govuk-table__caption govuk-table__caption--s", caption);
        html.tag("tbody");
        for (var entry : entries) {
            html.tag("tr");
            html.tag("th", Map.of("scope", "row", "class", "govuk-table__header"));
            html.text(entry.first());
            html.tag("/th");
            html.tag("td", Map.of("class", "govuk-table__cell govuk-table__cell--numeric"));
            html.text(entry.rest());
            html.tag("/td");
            html.tag("td", Map.of("class", "govuk-table__cell block-bars__bar", "aria-hidden", "true"));
            int length = most == 0 ? 0 : (int) Math.round(100 * entry.number().orElse(0.0) / most);
            html.raw(
                    "<svg viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" focusable=\"false\"><rect width=\"%d\" height=\"8\"/></svg>"
                            .formatted(length));
            html.tag("/td");
            html.tag("/tr");
        }
        html.tag("/tbody");
        html.tag("/table");
    }

    private void code(String literal) {
        html.tag("pre");
        html.tag("code");
        html.text(literal);
        html.tag("/code");
        html.tag("/pre");
    }

    /** @param words may have links and emphasis in them */
    private void element(String tag, String kind, String words) {
        html.tag(tag, kind.isEmpty() ? Map.of() : Map.of("class", kind));
        inline(words);
        html.tag("/" + tag);
    }

    private void inline(String words) {
        if (!(Markdown.tame(words).getFirstChild() instanceof Paragraph line) || line.getNext() != null) {
            html.text(words); // a heading or a list, which has no place here
            return;
        }
        for (var part = line.getFirstChild(); part != null; part = part.getNext()) context.render(part);
    }
}

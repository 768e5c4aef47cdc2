package yici.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** What is checked of every kind of page. A failure names the element, the rule and where to read about it. */
public final class PageChecks {

    /** Reading the HTML schema takes seconds, so one checker serves all; it is not safe for two threads at once. */
    private static final SimpleDocumentValidator HTML = htmlChecker();

    private PageChecks() {}

    /** No violation by axe-core, WCAG 2.2 AA and best practices. */
    public static void assertAccessible(Page page) {
        var violations = accessibilityViolations(page);

        assertThat(violations)
                .as("axe on %s:%n%s", page.url(), String.join("\n", violations))
                .isEmpty();
    }

    /** No error by the checker that stands behind validator.w3.org. */
    public static void assertValidHtml(String html) {
        var errors = htmlErrors(html);

        assertThat(errors).as("HTML checker:%n%s", String.join("\n", errors)).isEmpty();
    }

    /** No page scrolls sideways, on whichever screen. */
    public static void assertFits(Page page) {
        var width = (Number) page.evaluate("document.documentElement.scrollWidth");

        assertThat(width.intValue())
                .as("width needed by %s", page.url())
                .isLessThanOrEqualTo(page.viewportSize().width);
    }

    static List<String> accessibilityViolations(Page page) {
        var violationsOnly = new AxeRunOptions();
        violationsOnly.setResultTypes(List.of("violations"));
        // our pages have no frames, for whose sake the other mode opens a second page each time
        return new AxeBuilder(page)
                .setLegacyMode(true).options(violationsOnly).analyze().getViolations().stream()
                        .map(PageChecks::described)
                        .toList();
    }

    private static String described(Rule rule) {
        var where = rule.getNodes().stream()
                .map(node -> "    " + node.getHtml())
                .limit(5)
                .collect(Collectors.joining("\n"));
        return "%s (%s): %s%n%s%n    %s"
                .formatted(rule.getId(), rule.getImpact(), rule.getHelp(), where, rule.getHelpUrl());
    }

    static synchronized List<String> htmlErrors(String html) {
        var errors = new Errors(html.lines().toList());
        try {
            HTML.setUpValidatorAndParsers(errors, false, false);
            HTML.checkHtmlInputSource(new InputSource(new StringReader(html)));
        } catch (SAXException | IOException e) {
            throw new IllegalStateException("the HTML checker did not finish", e);
        }
        return errors.found;
    }

    private static SimpleDocumentValidator htmlChecker() {
        try {
            var checker = new SimpleDocumentValidator(true, false, false);
            checker.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", new Errors(List.of()));
            return checker;
        } catch (Exception e) {
            throw new IllegalStateException("the HTML checker's schema is not readable", e);
        }
    }

    /** Keeps errors with the line they stand in; warnings are left aside. */
    private static final class Errors implements ErrorHandler {
        private final List<String> found = new ArrayList<>();
        private final List<String> lines;

        Errors(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public void warning(SAXParseException warning) {}

        @Override
        public void error(SAXParseException error) {
            int line = error.getLineNumber();
            var text = line > 0 && line <= lines.size() ? lines.get(line - 1).strip() : "";
            found.add("line %d: %s%n    %s".formatted(line, error.getMessage(), text));
        }

        @Override
        public void fatalError(SAXParseException error) {
            error(error);
        }
    }
}

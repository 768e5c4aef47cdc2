package yici.survival;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import yici.kit.Language;
import yici.kit.Words;

/** A page as it can be when nobody answers behind it: links to files beside it, no forms, and a line that says of which day it is. */
final class MakeStatic {

    /** What the running site says in a header, which plain files have not; a page cannot forbid frames by itself. */
    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; object-src 'none'";

    static final Place SCRIPT = Place.resource("/assets/search-titles.js");

    private static final int MOVES = 5;

    private final Map<Place, Crawl.Answer> answers;
    private final Scope scope;
    private final URI from;
    private final URI official;
    private final Words words;
    private final LocalDate day;

    MakeStatic(Map<Place, Crawl.Answer> answers, Scope scope, URI from, URI official, Words words, LocalDate day) {
        this.answers = answers;
        this.scope = scope;
        this.from = from;
        this.official = official;
        this.words = words;
        this.day = day;
    }

    Document make(Place place, String html) {
        var page = Jsoup.parse(html, Parser.htmlParser().settings(ParseSettings.preserveCase));
        page.outputSettings().prettyPrint(false);
        var language = place.language().orElse(Language.ZH);

        policy(page);
        forms(page, place, language);
        page.select(".hero__here").remove();
        for (var link : page.select("a[href]")) link(link, place, language);
        for (var link : page.select("link[href]")) head(link, place, language);
        for (var part : page.select("use[href]")) resource(part, "href", place, language);
        page.select("img[srcset]")
                .forEach(picture -> picture.removeAttr("srcset").removeAttr("sizes")); // one size is enough
        for (var part : page.select("[src]")) resource(part, "src", place, language);
        note(page, language);
        if (place.path().equals(Place.SEARCH)) search(page, place, language);
        return page;
    }

    private static void policy(Document page) {
        page.head()
                .prependElement("meta")
                .attr("http-equiv", "Content-Security-Policy")
                .attr("content", CONTENT_POLICY);
        page.select("meta[charset]").forEach(meta -> page.head().prependChild(meta)); // within the first bytes
    }

    private void forms(Document page, Place place, Language language) {
        boolean told = false;
        for (var form : page.select("form")) {
            if (form.attr("action").equals(Place.SEARCH)) {
                form.attr("action", Place.page(language, Place.SEARCH).seenFrom(place.file()));
                form.select("input[type=hidden]").remove();
                continue;
            }
            if (!told && form.closest("main") != null)
                form.before(new Element("p").addClass("govuk-inset-text").text(words.say(language, "survival.form")));
            told = true;
            form.remove();
        }
    }

    private void link(Element link, Place place, Language language) {
        switch (read(link.attr("href"), place, language)) {
            case Link.Elsewhere _ -> {}
            case Link.LeftOut _ -> leaveOut(link);
            case Link.Inside(var there, var fragment) ->
                standing(there)
                        .ifPresentOrElse(
                                standing -> link.attr("href", standing.seenFrom(place.file()) + fragment),
                                () -> leaveOut(link));
        }
    }

    /** From the frame and as a button it goes; in a text its words stay. */
    private static void leaveOut(Element link) {
        var parent = link.parent();
        if (link.closest(".masthead, .foot") != null || link.hasClass("govuk-button")) {
            if (parent != null && parent.normalName().equals("li")) parent.remove();
            else link.remove();
            return;
        }
        link.tagName("span").removeClass("govuk-link");
        for (var gone : new String[] {"href", "hreflang", "download", "rel", "type", "aria-current"})
            link.removeAttr(gone);
    }

    private void head(Element link, Place place, Language language) {
        if (link.attr("rel").equals("canonical")) {
            link.attr("href", official.resolve(link.attr("href")).toString());
            return;
        }
        resource(link, "href", place, language);
    }

    private void resource(Element part, String attribute, Place place, Language language) {
        switch (read(part.attr(attribute), place, language)) {
            case Link.Elsewhere _ -> {}
            case Link.LeftOut _ -> part.remove();
            case Link.Inside(var there, var fragment) ->
                standing(there)
                        .ifPresentOrElse(
                                standing -> part.attr(attribute, standing.seenFrom(place.file()) + fragment),
                                part::remove);
        }
    }

    private Link read(String href, Place place, Language language) {
        return scope.read(href, from.resolve(place.address()), language);
    }

    /** What a link to it leads to at last; empty where the site has nothing there. */
    Optional<Place> standing(Place place) {
        var now = place;
        for (int move = 0; move < MOVES; move++) {
            var answer = answers.get(now);
            if (answer == null) return Optional.empty();
            if (answer.isThere()) return Optional.of(now);
            if (answer.movedTo().isEmpty()) return Optional.empty();
            now = answer.movedTo().get();
        }
        return Optional.empty();
    }

    private void note(Document page, Language language) {
        var note = new Element("p").addClass("demo");
        var text = note.appendElement("span");
        text.appendElement("strong").text(words.say(language, "survival.copy"));
        text.appendText(words.say(language, "survival.copy.of", date(language)));
        var header = page.selectFirst("header.masthead");
        if (header == null) page.body().prependChild(note);
        else header.prependChild(note);
    }

    private String date(Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(day);
    }

    /** The form of the site, answered by a list of titles instead of the database. */
    private void search(Document page, Place place, Language language) {
        var main = page.selectFirst("main");
        var form = page.selectFirst("main form.search");
        if (main == null || form == null) return;
        var root = "../".repeat(place.file().split("/").length - 1);
        form.after(new Element("ul")
                .addClass("govuk-list")
                .attr("id", "found")
                .attr("data-root", root)
                .attr("data-titles", root + Titles.file(language)));
        form.after(new Element("p")
                .addClass("govuk-body")
                .attr("id", "count")
                .attr("role", "status")
                .attr("data-none", words.say(language, "survival.search.none"))
                .attr("data-some", words.say(language, "survival.search.some", "#")));
        var without = new Element("noscript");
        without.appendElement("p").addClass("govuk-body").text(words.say(language, "survival.search.script"));
        form.after(without);
        page.head()
                .appendElement("script")
                .attr("src", SCRIPT.seenFrom(place.file()))
                .attr("defer", true);
    }
}

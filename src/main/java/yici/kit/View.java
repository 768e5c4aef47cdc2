package yici.kit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;

/**
 * What every page knows of the request that asked for it: language, words, address, chosen area, who is signed in. Room {@code site} makes
 * it; a controller takes it as a parameter and hands it to its template.
 *
 * @param path the address asked for, without query, as the language and area switches repeat it
 * @param query the query string without {@code lang}, {@code area} and {@code size}; empty when there is none
 * @param csrf the token every form carries, in a hidden field named {@code _csrf}
 * @param visitor the signed-in account's display name and where its own pages are; empty for a visitor
 * @param area the area chosen by the visitor; the province until another is chosen
 * @param areaPath the chosen area and what lies above it, province first
 * @param large the visitor chose the large type
 * @param site the area whose own site this page belongs to; empty on the pages of all
 */
public record View(
        Language language,
        Words words,
        String path,
        String query,
        String csrf,
        Optional<Visitor> visitor,
        Place area,
        List<Place> areaPath,
        boolean large,
        Optional<OwnSite> site) {

    public View(
            Language language,
            Words words,
            String path,
            String query,
            String csrf,
            Optional<Visitor> visitor,
            Place area,
            List<Place> areaPath,
            boolean large) {
        this(language, words, path, query, csrf, visitor, area, areaPath, large, Optional.empty());
    }

    /** The zone of every date a person reads here. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /**
     * @param kind citizen, firm, officer or administrator: decides which links the header shows
     * @param home where the person's own pages begin: /my, /desk or /admin
     * @param notice a key of words that every page says above everything else; may be empty
     * @param acting who really sits there, when that is somebody else than the visitor named
     */
    public record Visitor(String name, Kind kind, String home, String notice, Optional<Acting> acting) {
        public Visitor(String name, Kind kind, String home) {
            this(name, kind, home, "", Optional.empty());
        }

        public enum Kind {
            PERSON,
            FIRM,
            OFFICER,
            ADMINISTRATOR
        }
    }

    /** @param as key of the words that say as what; @param until when it ends by itself */
    public record Acting(String person, String as, Optional<Instant> until) {}

    /** @param accent 0 to 15, which of the accent colours is this area's */
    public record Place(String code, Translated name, int accent) {}

    /**
     * The site of one area's government.
     *
     * @param colour {@code #rrggbb}; empty: the accent
     */
    public record OwnSite(String area, Translated name, int accent, String colour) {}

    /** The same page for a visitor who has just signed in. */
    public View of(Visitor who) {
        return new View(language, words, path, query, csrf, Optional.of(who), area, areaPath, large, site);
    }

    /** The same page as one of an area's own site. */
    public View on(OwnSite own) {
        return new View(language, words, path, query, csrf, visitor, area, areaPath, large, Optional.of(own));
    }

    public int accent() {
        return site.map(OwnSite::accent).orElse(area.accent());
    }

    /** The same page for somebody who has just signed out. */
    public View ofNobody() {
        return new View(language, words, path, query, csrf, Optional.empty(), area, areaPath, large, site);
    }

    /** The product's word for a key, in the reader's language. */
    public String t(String key, Object... arguments) {
        return words.say(language, key, arguments);
    }

    /** A content text in the reader's language, or in Chinese; {@link #lang} tells which. */
    public String t(Translated text) {
        return text.in(language);
    }

    /** The {@code lang} attribute of a content text: empty when it is in the page's language. */
    public Optional<String> lang(Translated text) {
        var shown = text.shownIn(language);
        return shown == language ? Optional.empty() : Optional.of(shown.tag());
    }

    /** True where the text is not there in the reader's language and Chinese is shown instead. */
    public boolean fallsBack(Translated text) {
        return text.shownIn(language) != language;
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(date);
    }

    public String date(Instant instant) {
        return date(LocalDate.ofInstant(instant, ZONE));
    }

    /** For {@code datetime} attributes: to the second, as HTML takes it. */
    public String machine(Instant instant) {
        return instant.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
    }

    /** Date and time to the minute, 24 hours, in the province's zone. */
    public String time(Instant instant) {
        return date(instant) + " "
                + DateTimeFormatter.ofPattern("HH:mm").withZone(ZONE).format(instant);
    }

    /** Until when, for a reader: an end at midnight is the day before, and that day counts. */
    public String until(Instant end) {
        var last = LocalDate.ofInstant(end.minusNanos(1), ZONE);
        boolean midnight = !LocalDate.ofInstant(end, ZONE).equals(last);
        return midnight ? t("kit.until.day", date(last)) : time(end);
    }

    /** Where a visitor signs in and comes back to this page. */
    public String signInAndBack() {
        if (path.startsWith("/sign-")) return "/sign-in";
        var here = query.isEmpty() ? path : path + "?" + query;
        return "/sign-in?to=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
    }

    /** The same page with another value for {@code lang}, {@code area} or {@code size}: {@code here("lang", "fr")}. */
    public String here(String name, String value) {
        return path + "?" + (query.isEmpty() ? "" : query + "&") + name + "=" + value;
    }
}

package yici.delegation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import yici.catalogue.Power;
import yici.kit.CsvFile;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** /delegations: which powers were handed over, for everybody, by area, power and day. */
@Controller
class PublicDelegationPages {

    private static final int LONGEST = 100;

    /** Of the table to take away. */
    private static final List<String> COLUMNS = List.of(
            "number",
            "power",
            "event",
            "mode",
            "giver",
            "receiver",
            "areas",
            "from",
            "last",
            "seal",
            "file",
            "file-number",
            "link",
            "supervisor",
            "invented");

    /** @param wrongDay what was typed and is no day; then today is shown */
    record Listed(
            ShowDelegations.Listing listing,
            List<Power> powers,
            String power,
            String q,
            LocalDate on,
            Optional<String> wrongDay) {

        String query() {
            return "?on=" + on + (power.isEmpty() ? "" : "&power=" + power.replace("/", "%2F"))
                    + (q.isEmpty() ? "" : "&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
        }

        String previous() {
            return listing.from() == 0
                    ? ""
                    : "/delegations" + query() + "&skip=" + Math.max(0, listing.from() - ShowDelegations.PAGE);
        }

        String next() {
            return listing.more() ? "/delegations" + query() + "&skip=" + (listing.from() + ShowDelegations.PAGE) : "";
        }

        boolean anyInvented() {
            return listing.records().stream()
                    .anyMatch(shown -> shown.delegation().invented());
        }
    }

    private final ShowDelegations show;

    PublicDelegationPages(ShowDelegations show) {
        this.show = show;
    }

    @GetMapping("/delegations")
    Page list(
            View view,
            @RequestParam(defaultValue = "") String power,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "0") String skip) {
        var known = show.recordedPowers();
        var asked =
                known.stream().map(Power::key).filter(power::equals).findFirst().orElse("");
        var day = day(on);
        var shownDay = day.orElseGet(show::today);
        var words = words(q);
        var found = show.validOn(shownDay, view.area().code(), asked).stream()
                .filter(shown -> shown.says(words))
                .toList();
        int from = skip.matches("[0-9]{1,6}") ? Integer.parseInt(skip) : 0;
        var listed = new Listed(
                ShowDelegations.Listing.of(found, from),
                known,
                asked,
                words,
                shownDay,
                Optional.of(on).filter(typed -> !typed.isEmpty() && day.isEmpty()));
        return Page.of(out -> JtedelegationsGenerated.render(out, Page.PLAIN, view, listed));
    }

    @GetMapping("/delegations/{number}")
    Page one(View view, @PathVariable String number) {
        var shown = show.published(number).orElseThrow(() -> new NotFound("delegation " + number));
        return Page.of(out -> JtedelegationGenerated.render(out, Page.PLAIN, view, shown));
    }

    /** The same list whole, for a table of one's own; in the words of the page's language. */
    @GetMapping("/delegations.csv")
    ResponseEntity<byte[]> csv(
            View view,
            @RequestParam(defaultValue = "") String power,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String on) {
        var day = day(on).orElseGet(show::today);
        var area = view.area().code();
        return CsvFile.of(
                "delegations-" + area + "-" + day,
                COLUMNS.stream()
                        .map(column -> view.t("delegation.column." + column))
                        .toList(),
                show.validOn(day, area, power).stream()
                        .filter(shown -> shown.says(words(q)))
                        .map(shown -> row(shown, view)));
    }

    /** As typed, as far as anybody types. */
    static String words(String q) {
        return q.strip().substring(0, Math.min(LONGEST, q.strip().length()));
    }

    private static List<String> row(Shown shown, View view) {
        var d = shown.delegation();
        return List.of(
                d.number(),
                view.t(shown.power().name()),
                shown.power().lifeEvent().map(view::t).orElse(""),
                view.t("delegation.mode." + d.mode().key()),
                view.t(shown.giver().name()),
                view.t(shown.receiver().name()),
                shown.areas().stream().map(area -> view.t(area.name())).collect(Collectors.joining("; ")),
                d.from().toString(),
                shown.lastDay().map(LocalDate::toString).orElse(""),
                view.t("delegation.seal." + d.seal().key()),
                d.file().title(),
                d.file().number(),
                d.file().link(),
                view.t(shown.supervisor().name()),
                d.invented() ? view.t("delegation.invented") : "");
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()))
                    .filter(day -> day.getYear() >= 1949 && day.getYear() < 2200);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}

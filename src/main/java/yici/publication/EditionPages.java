package yici.publication;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import yici.kit.Language;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.PublicAddress;
import yici.kit.View;

/** A work as it was read on a day: for people by a day, for programs by RFC 7089 (time gate, time map, memento). */
@Controller
class EditionPages {

    record Old(Work work, Stood stood, boolean newest) {}

    private final KeptWorks kept;
    private final PublicAddress address;

    EditionPages(KeptWorks kept, PublicAddress address) {
        this.kept = kept;
        this.address = address;
    }

    @GetMapping(WorkPages.LANGUAGE + "/works/{slug}/editions/{number}")
    Page edition(
            View view,
            @PathVariable String language,
            @PathVariable String slug,
            @PathVariable int number,
            HttpServletRequest request,
            HttpServletResponse response) {
        var work = work(slug);
        var memento = memento(work, language, request);
        var stood = memento.edition(number).orElseThrow(() -> new NotFound("edition " + number + " of " + slug));
        response.setHeader("Memento-Datetime", Memento.http(Memento.publishedAt(stood)));
        response.setHeader(HttpHeaders.LINK, memento.linksOf(stood));
        var old = new Old(work, stood, stood == memento.editions().getLast());
        return Page.of(out -> JteeditionGenerated.render(out, Page.PLAIN, view, old))
                .keptUntil(WorkPages.TOPIC);
    }

    /** The form beside the history: the last edition that had been published when that day ended. */
    @GetMapping(WorkPages.LANGUAGE + "/works/{slug}/on")
    Page on(
            View view,
            @PathVariable String language,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String day,
            HttpServletRequest request) {
        var work = work(slug);
        var memento = memento(work, language, request);
        return endOf(day)
                .flatMap(memento::at)
                .map(stood -> Page.goTo("/" + language + "/works/" + work.slug() + "/editions/"
                        + stood.edition().number()))
                .orElseGet(() -> Page.goTo("/works/" + work.slug() + "/history?lang=" + language));
    }

    @GetMapping("/timegate" + WorkPages.LANGUAGE + "/works/{slug}")
    ResponseEntity<Void> timeGate(
            @PathVariable String language,
            @PathVariable String slug,
            @RequestHeader(name = "Accept-Datetime", defaultValue = "") String accepted,
            HttpServletRequest request) {
        var memento = memento(work(slug), language, request);
        var asked = accepted.isEmpty() ? Optional.of(Instant.MAX) : Memento.read(accepted);
        if (asked.isEmpty()) return ResponseEntity.badRequest().build();
        var stood = memento.at(asked.get()).orElseThrow(() -> new NotFound("work " + slug));
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, memento.address(stood))
                .header(HttpHeaders.VARY, "accept-datetime")
                .header(HttpHeaders.LINK, memento.linksOf(stood))
                .build();
    }

    @GetMapping("/timemap" + WorkPages.LANGUAGE + "/works/{slug}")
    ResponseEntity<String> timeMap(
            @PathVariable String language, @PathVariable String slug, HttpServletRequest request) {
        var memento = memento(work(slug), language, request);
        if (memento.editions().isEmpty()) throw new NotFound("work " + slug);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/link-format"))
                .body(memento.map());
    }

    private Work work(String slug) {
        return kept.find(slug).orElseThrow(() -> new NotFound("work " + slug));
    }

    private Memento memento(Work work, String code, HttpServletRequest request) {
        var language = Language.of(code).orElseThrow(() -> new NotFound("language " + code));
        return Memento.of(address.find(request).orElse(""), work.slug(), language, kept.editions(work.id()));
    }

    private static Optional<Instant> endOf(String day) {
        try {
            return Optional.of(LocalDate.parse(day)
                    .plusDays(1)
                    .atStartOfDay(View.ZONE)
                    .toInstant()
                    .minusMillis(1));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

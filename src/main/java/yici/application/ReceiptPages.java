package yici.application;

import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import yici.calendar.WorkingDays;
import yici.catalogue.Catalogue;
import yici.catalogue.Edition;
import yici.catalogue.Guide;
import yici.identity.SignedIn;
import yici.jurisdiction.Areas;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.Translated;
import yici.kit.View;

/** The dated receipt of an application (Administrative Licence Law, article 32): numbers, documents taken, the promised end. */
@Controller
class ReceiptPages {

    /** @param follow the address the QR code holds */
    record Receipt(Application application, Edition edition, Translated area, LocalDate due, String follow) {

        Guide guide() {
            return edition.guide();
        }
    }

    private final Applications applications;
    private final Catalogue catalogue;
    private final Areas areas;
    private final WorkingDays workingDays;

    ReceiptPages(Applications applications, Catalogue catalogue, Areas areas, WorkingDays workingDays) {
        this.applications = applications;
        this.catalogue = catalogue;
        this.areas = areas;
        this.workingDays = workingDays;
    }

    @GetMapping("/applications/{number}/receipt")
    Page receipt(View view, SignedIn me, @PathVariable String number) {
        var application =
                applications.of(me.account(), number).orElseThrow(() -> new NotFound("application " + number));
        var edition = catalogue.edition(application.edition());
        var receipt = new Receipt(
                application,
                edition,
                areas.get(application.area()).name(),
                due(
                        LocalDate.ofInstant(application.submittedAt(), View.ZONE),
                        edition.guide().jointLimit()),
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() + "/my/" + number);
        return Page.of(out -> JtereceiptGenerated.render(out, Page.PLAIN, view, receipt));
    }

    private LocalDate due(LocalDate from, Guide.Limit limit) {
        return switch (limit.unit()) {
            case WORKING_DAY -> workingDays.after(from, limit.value());
            case DAY -> from.plusDays(limit.value());
            case HOUR -> from.plusDays((limit.value() + 23) / 24);
            case MONTH -> from.plusMonths(limit.value());
            case YEAR -> from.plusYears(limit.value());
        };
    }
}

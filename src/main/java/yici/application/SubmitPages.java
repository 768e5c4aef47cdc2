package yici.application;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import yici.application.BeginDraft.Begun;
import yici.application.Fillings.Opened;
import yici.application.SubmitApplication.Submission;
import yici.catalogue.Catalogue;
import yici.catalogue.Deciders;
import yici.catalogue.Offer;
import yici.identity.SignedIn;
import yici.jurisdiction.Areas;
import yici.kit.Ids;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** Looking everything over, sending it, and the receipt. */
@Controller
class SubmitPages {

    private final Fillings fillings;
    private final SubmitApplication submitApplication;
    private final BeginDraft beginDraft;
    private final AddItems addItems;
    private final Applications applications;
    private final Catalogue catalogue;
    private final Areas areas;
    private final Deciders deciders;
    private final PromisedDay promisedDay;
    private final Owing owing;
    private final Clock clock;

    SubmitPages(
            Fillings fillings,
            SubmitApplication submitApplication,
            BeginDraft beginDraft,
            AddItems addItems,
            Applications applications,
            Catalogue catalogue,
            Areas areas,
            Deciders deciders,
            PromisedDay promisedDay,
            Owing owing,
            Clock clock) {
        this.fillings = fillings;
        this.submitApplication = submitApplication;
        this.beginDraft = beginDraft;
        this.addItems = addItems;
        this.applications = applications;
        this.catalogue = catalogue;
        this.areas = areas;
        this.deciders = deciders;
        this.promisedDay = promisedDay;
        this.owing = owing;
        this.clock = clock;
    }

    @GetMapping("/drafts/{id}/check")
    Page check(@PathVariable UUID id, SignedIn me, View view) {
        return show(200, me, id, false, view);
    }

    private Page show(int status, SignedIn me, UUID id, boolean notDeclared, View view) {
        return switch (fillings.open(me, id)) {
            case Opened.Open(var filling) ->
                Page.of(status, out -> JtecheckGenerated.render(out, Page.PLAIN, view, filling, notDeclared));
            case Opened.Sent(var number) -> Page.goTo("/applications/" + number + "/receipt");
        };
    }

    @PostMapping("/drafts/{id}/check")
    Page submit(@PathVariable UUID id, @RequestParam(required = false) boolean declared, SignedIn me, View view) {
        if (!declared) return show(422, me, id, true, view);
        return switch (submitApplication.submit(me, id, view.language().code())) {
            case Submission.Received(var application) ->
                Page.goTo("/applications/" + application.number() + "/receipt");
            case Submission.NotReady _ -> show(422, me, id, false, view);
        };
    }

    /** For twins: the next child's application, begun from the first one's. */
    @PostMapping("/applications/{number}/again")
    Page again(@PathVariable String number, @RequestParam UUID draft, SignedIn me) {
        var application = own(number, me);
        if (!(catalogue.offer(application.lifeEvent(), application.area()) instanceof Offer.Offered offer))
            throw new NotFound("life event " + application.lifeEvent());
        return switch (beginDraft.again(me, offer.edition(), application, draft)) {
            case Begun.Ready(var id) -> Page.goTo("/drafts/" + id);
            case Begun.Unanswered _, Begun.Excluded _, Begun.NotYours _ ->
                Page.goTo("/events/" + application.lifeEvent() + "/ask");
        };
    }

    /** The way that is left when an objection to the public notice of an item was upheld, begun with everything this application has. */
    @PostMapping("/applications/{number}/another-way")
    Page anotherWay(@PathVariable String number, @RequestParam String item, @RequestParam UUID draft, SignedIn me) {
        var application = own(number, me);
        if (!(catalogue.offer(application.lifeEvent(), application.area()) instanceof Offer.Offered offer))
            throw new NotFound("life event " + application.lifeEvent());
        var switched = catalogue.edition(application.edition()).guide().otherWay(item);
        return switch (beginDraft.anotherWay(me, offer.edition(), application, switched, draft)) {
            case Begun.Ready(var id) -> Page.goTo("/drafts/" + id);
            case Begun.Unanswered _, Begun.Excluded _, Begun.NotYours _ ->
                Page.goTo("/events/" + application.lifeEvent() + "/ask");
        };
    }

    /** What else can be done together with an application made before. */
    @GetMapping("/applications/{number}/add")
    Page add(@PathVariable String number, SignedIn me, View view) {
        return showAdding(200, own(number, me), Optional.empty(), view);
    }

    private Page showAdding(int status, Application application, Optional<AddItems.Added> problem, View view) {
        var guide = catalogue.edition(application.edition()).guide();
        var offered = addItems.offered(application);
        return Page.of(
                status,
                out -> JteaddGenerated.render(
                        out, Page.PLAIN, view, application, guide, offered, problem, Ids.fresh(clock)));
    }

    @PostMapping("/applications/{number}/add")
    Page begin(
            @PathVariable String number, @RequestParam UUID draft, SignedIn me, View view, HttpServletRequest request) {
        var application = own(number, me);
        var guide = catalogue.edition(application.edition()).guide();
        var further = ScenarioAnswers.read(guide, request.getParameterMap());
        return switch (addItems.begin(me, application, further, draft)) {
            case AddItems.Added.Ready(var id) -> Page.goTo("/drafts/" + id);
            case AddItems.Added problem -> showAdding(422, application, Optional.of(problem), view);
        };
    }

    private Application own(String number, SignedIn me) {
        return applications.of(me, number).orElseThrow(() -> new NotFound("application " + number));
    }

    @GetMapping("/applications/{number}/receipt")
    Page receipt(@PathVariable String number, SignedIn me, View view) {
        var application = applications.of(me, number).orElseThrow(() -> new NotFound("application " + number));
        var guide = catalogue.edition(application.edition()).guide();
        var filedOn = LocalDate.ofInstant(application.submittedAt(), View.ZONE);
        var address =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() + "/my/" + number;
        var receipt = new Receipt(
                application,
                catalogue.edition(application.edition()),
                areas.get(application.area()),
                deciders.of(guide, application.plan().items(), application.area(), filedOn),
                promisedDay.of(application, guide),
                owing.until(guide, application.plan(), application.area(), application.submittedAt()),
                address);
        return Page.of(out -> JtereceiptGenerated.render(out, Page.PLAIN, view, receipt, Ids.fresh(clock)));
    }
}

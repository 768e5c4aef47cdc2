package yici.casework;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.application.Drafts;
import yici.application.Promises;
import yici.identity.SignedIn;
import yici.identity.WaitingForMe;
import yici.kit.Ids;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** /my: what I have begun and what I have sent, where it stands, and what I can do about it. */
@Controller
class MattersPages {

    private final Matters matters;
    private final Drafts drafts;
    private final MatterView.Maker views;
    private final WithdrawCase withdrawCase;
    private final DebtStore debts;
    private final Promises promises;
    private final Notices notices;
    private final Objections objections;
    private final AskReview askReview;
    private final List<WaitingForMe> waiting;
    private final ClockStore store;
    private final Clocks clocks;

    MattersPages(
            Matters matters,
            Drafts drafts,
            MatterView.Maker views,
            WithdrawCase withdrawCase,
            DebtStore debts,
            Promises promises,
            Notices notices,
            Objections objections,
            AskReview askReview,
            List<WaitingForMe> waiting,
            ClockStore store,
            Clocks clocks) {
        this.matters = matters;
        this.drafts = drafts;
        this.views = views;
        this.withdrawCase = withdrawCase;
        this.debts = debts;
        this.promises = promises;
        this.notices = notices;
        this.objections = objections;
        this.askReview = askReview;
        this.waiting = waiting;
        this.store = store;
        this.clocks = clocks;
    }

    @GetMapping("/my")
    Page list(View view, SignedIn me, @RequestParam Optional<String> before) {
        var from = before.flatMap(MattersPages::instant);
        var listing = matters.list(me, from.orElse(FAR));
        var begun = from.isPresent() ? List.<Drafts.Line>of() : drafts.list(me);
        var waits = waiting.stream().flatMap(one -> one.of(me).stream()).toList();
        var rows = listing.matters().stream().map(m -> views.of(m, view)).toList();
        return Page.of(out -> JtemattersGenerated.render(out, Page.PLAIN, view, waits, begun, rows, listing.before()));
    }

    @GetMapping("/my/{number}")
    Page one(View view, SignedIn me, @PathVariable String number) {
        var matter = matters.find(me, number).orElseThrow(() -> new NotFound("application " + number));
        var timeline = matters.timeline(matter);
        var papers = matters.papers(matter);
        var owed = debts.open(matter.bundle().application());
        var promised = promises.of(matter.bundle().application());
        var put = notices.of(matter.bundle().application()).stream()
                .map(this::put)
                .toList();
        matters.seen(matter);
        var shown = views.of(matter, view);
        return Page.of(out -> JtematterGenerated.render(
                out, Page.PLAIN, view, shown, shown.moments(timeline), papers, owed, promised, put, reviews(matter)));
    }

    /** Of the cases that can be found anew: until when, by whom. */
    private Map<Integer, AskReview.Standing> reviews(Matters.Matter matter) {
        var running = store.of(matter.bundle().application());
        var reviews = new TreeMap<Integer, AskReview.Standing>();
        for (var file : matter.cases()) {
            var standing = askReview.standing(matter.bundle(), file, running);
            if (!(standing instanceof AskReview.Standing.None)) reviews.put(file.no(), standing);
        }
        return reviews;
    }

    /**
     * What of a case was put before the public.
     *
     * @param draft the id that the way that is left is begun with; pressed twice it is one draft
     */
    record Put(PublicNotice notice, boolean runs, int waiting, boolean upheld, UUID draft) {
        boolean isOf(CaseFile file) {
            return notice.no() == file.no();
        }
    }

    private Put put(PublicNotice notice) {
        return new Put(
                notice,
                notice.runs(clocks.today()),
                objections.waiting(notice.application(), notice.no(), notice.attempt()),
                objections.upheld(notice.application(), notice.no(), notice.attempt()),
                Ids.fresh(clocks.clock()));
    }

    @GetMapping("/my/{number}/cases/{no}/withdraw")
    Page askWithdraw(View view, SignedIn me, @PathVariable String number, @PathVariable int no) {
        var matter = matters.find(me, number).orElseThrow(() -> new NotFound("application " + number));
        var shown = views.of(matter, view);
        var file = shown.file(no);
        if (!CaseStep.WITHDRAW.legalFrom(file.state())) return Page.goTo("/my/" + number);
        return Page.of(out -> JtewithdrawGenerated.render(out, Page.PLAIN, view, shown, file));
    }

    @PostMapping("/my/{number}/cases/{no}/withdraw")
    Page withdraw(View view, SignedIn me, @PathVariable String number, @PathVariable int no) {
        var matter = matters.find(me, number).orElseThrow(() -> new NotFound("application " + number));
        return switch (withdrawCase.withdraw(me, matter.bundle().application(), no)) {
            case WithdrawCase.Withdrawn.Done _ -> Page.goTo("/my/" + number);
            case WithdrawCase.Withdrawn.TooLate(var state) -> {
                var shown = views.of(matters.find(me, number).orElseThrow(), view);
                yield Page.of(
                        409, out -> JtetoolateGenerated.render(out, Page.PLAIN, view, shown, shown.file(no), state));
            }
        };
    }

    /** Later than anything that can have been sent. */
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}

package yici.casework;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.casework.AskReview.Asked;
import yici.casework.AskReview.Standing;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** Disagreeing with what was found: until when, who finds anew, and why. */
@Controller
class ReviewPages {

    /** What the page shows. */
    record Review(Bundle bundle, CaseFile file, Standing standing, String reason, boolean missing) {}

    private final Matters matters;
    private final AskReview askReview;
    private final ClockStore store;

    ReviewPages(Matters matters, AskReview askReview, ClockStore store) {
        this.matters = matters;
        this.askReview = askReview;
        this.store = store;
    }

    @GetMapping("/my/{number}/cases/{no}/review")
    Page ask(View view, SignedIn me, @PathVariable String number, @PathVariable int no) {
        return show(200, view, me, number, no, Optional.empty(), false);
    }

    @PostMapping("/my/{number}/cases/{no}/review")
    Page asked(
            View view,
            SignedIn me,
            @PathVariable String number,
            @PathVariable int no,
            @RequestParam(defaultValue = "") String reason) {
        var application = matter(me, number).bundle().application();
        var said = reason.substring(0, Math.min(AskReview.LONGEST_REASON, reason.length()));
        return switch (askReview.ask(me, application, no, said)) {
            case Asked.Done _ -> Page.goTo("/my/" + number);
            case Asked.NoReason _ -> show(422, view, me, number, no, Optional.of(said), true);
            case Asked.NotPossible(Standing.None _) -> Page.goTo("/my/" + number);
            case Asked.NotPossible _ -> show(409, view, me, number, no, Optional.of(said), false);
        };
    }

    private Page show(
            int status, View view, SignedIn me, String number, int no, Optional<String> reason, boolean missing) {
        var matter = matter(me, number);
        var file = matter.cases().stream()
                .filter(c -> c.no() == no)
                .findFirst()
                .orElseThrow(() -> new NotFound("case " + no));
        var bundle = matter.bundle();
        var standing = askReview.standing(bundle, file, store.of(bundle.application()));
        if (standing instanceof Standing.None) return Page.goTo("/my/" + number);
        var review = new Review(bundle, file, standing, reason.orElse(""), missing);
        return Page.of(status, out -> JtereviewGenerated.render(out, Page.PLAIN, view, review));
    }

    private Matters.Matter matter(SignedIn me, String number) {
        return matters.find(me, number).orElseThrow(() -> new NotFound("application " + number));
    }
}

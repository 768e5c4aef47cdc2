package yici.publication;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.identity.SignedIn;
import yici.kit.Page;
import yici.kit.View;

/** /admin/terms: the termbase, to look things up in for all who write, to be kept by the province's reviewers. */
@Controller
class TermPages {

    private static final String HOME = "/admin/terms";
    private static final int LONGEST = 100;

    record Terms(
            List<KeepTerms.Term> found,
            String q,
            boolean keeps,
            KeepTerms.Term typed,
            Map<String, String> flaws,
            boolean kept)
            implements Form {}

    private static final KeepTerms.Term NONE = new KeepTerms.Term("", "", "", "", "", "");

    private final KeepTerms keepTerms;

    TermPages(KeepTerms keepTerms) {
        this.keepTerms = keepTerms;
    }

    @GetMapping(HOME)
    Page list(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String change,
            @RequestParam(defaultValue = "") String done) {
        var changed = keepTerms.find(me, "").stream()
                .filter(term -> term.zh().equals(change))
                .findFirst()
                .orElse(NONE);
        return show(200, view, me, q, changed, Map.of(), done.equals("kept"));
    }

    @PostMapping(HOME)
    Page keep(View view, SignedIn me, @ModelAttribute KeepTerms.Term typed) {
        var flaws = keepTerms.keep(me, typed);
        return flaws.isEmpty() ? Page.goTo(HOME + "?done=kept") : show(422, view, me, "", typed, flaws, false);
    }

    private Page show(
            int status,
            View view,
            SignedIn me,
            String q,
            KeepTerms.Term typed,
            Map<String, String> flaws,
            boolean kept) {
        var words = q.strip().substring(0, Math.min(LONGEST, q.strip().length()));
        var terms = new Terms(keepTerms.find(me, words), words, keepTerms.mayKeep(me), typed, flaws, kept);
        return Page.of(status, out -> JtetermsGenerated.render(out, Page.PLAIN, view, terms));
    }
}

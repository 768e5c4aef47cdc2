package yici.drafting;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.identity.SignedIn;
import yici.kit.Page;
import yici.kit.View;

/** What goes on beside an open page of a draft: what is typed is kept, and who else is there is asked. Pieces of pages, for a script. */
@Controller
class BesidePages {

    private static final String DRAFT = "/admin/drafts/{id}";

    private final AskedDraft asked;
    private final KeepTyped keepTyped;
    private final ReadDraft readDraft;

    BesidePages(AskedDraft asked, KeepTyped keepTyped, ReadDraft readDraft) {
        this.asked = asked;
        this.keepTyped = keepTyped;
        this.readDraft = readDraft;
    }

    @PostMapping(DRAFT + "/kept")
    Page keep(
            View view,
            SignedIn me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String place,
            @RequestParam Map<String, String> typed) {
        var kept = keepTyped.keep(me, asked.of(me, id), place, typed);
        return Page.of(out -> JtekeptNowGenerated.render(out, Page.PLAIN, view, kept));
    }

    /** @param back the page it was typed on: one of this draft */
    @PostMapping(DRAFT + "/kept/forget")
    Page forget(
            SignedIn me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String back) {
        var draft = asked.of(me, id);
        keepTyped.forget(me, draft, place);
        var here = "/admin/drafts/" + draft;
        return Page.goTo(back.startsWith(here + "/") && !back.contains("\\") ? back : here);
    }

    @GetMapping(DRAFT + "/presence")
    Page presence(View view, SignedIn me, @PathVariable String id, @RequestParam(defaultValue = "0") int version) {
        var beside = readDraft.beside(me, asked.of(me, id), version);
        return Page.of(out -> JtebesideGenerated.render(out, Page.PLAIN, view, beside));
    }
}

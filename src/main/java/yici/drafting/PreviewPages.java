package yici.drafting;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import yici.application.PreviewGuide;
import yici.catalogue.AreaVariants;
import yici.identity.SignedIn;
import yici.kit.Page;
import yici.kit.View;

/** /admin/drafts/ID/preview: the notice and the form as citizens would see them, for answers that are picked. */
@Controller
class PreviewPages {

    private final AskedDraft asked;
    private final ReadDraft readDraft;
    private final AreaVariants variants;
    private final PreviewGuide previewGuide;

    PreviewPages(AskedDraft asked, ReadDraft readDraft, AreaVariants variants, PreviewGuide previewGuide) {
        this.asked = asked;
        this.readDraft = readDraft;
        this.variants = variants;
        this.previewGuide = previewGuide;
    }

    @GetMapping("/admin/drafts/{id}/preview")
    Page preview(View view, SignedIn me, @PathVariable String id, HttpServletRequest request) {
        var page = readDraft.read(view, me, asked.of(me, id));
        var text = page.sheet().own();
        if (text.isEmpty() || !page.tangles().isEmpty())
            return Page.goTo(page.draft().path());
        var guide = variants.read(text.get());
        var preview = previewGuide.of(guide, page.area(), request.getParameterMap());
        var began = guide.questions().stream()
                .anyMatch(q -> request.getParameterMap().containsKey(q.key()));
        return Page.of(out -> JtepreviewGenerated.render(out, Page.PLAIN, view, page, preview, began));
    }
}

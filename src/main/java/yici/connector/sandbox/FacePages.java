package yici.connector.sandbox;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.identity.SignedIn;
import yici.kit.Page;
import yici.kit.View;

/** /sandbox/face: in place of a camera, the person says whether the face is the same. */
@Controller
class FacePages {

    private final SandboxFace face;

    FacePages(SandboxFace face) {
        this.face = face;
    }

    @GetMapping("/sandbox/face/{reference}")
    Page show(View view, SignedIn me, @PathVariable UUID reference) {
        return Page.of(out -> JtefaceGenerated.render(out, Page.PLAIN, view, reference));
    }

    @PostMapping("/sandbox/face/{reference}")
    Page answer(SignedIn me, @PathVariable UUID reference, @RequestParam(defaultValue = "") String result) {
        if (!result.isEmpty()) face.answer(reference, result.equals("same"));
        return Page.goTo("/account/proofing/face/" + reference);
    }
}

package yici.site;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import yici.identity.SignedIn;
import yici.jurisdiction.Areas;
import yici.kit.Forbidden;
import yici.kit.Page;
import yici.kit.View;

/** Where an administrator begins. */
@Controller
class AdminPages {

    private final Areas areas;

    AdminPages(Areas areas) {
        this.areas = areas;
    }

    @GetMapping("/admin")
    Page start(View view, SignedIn me) {
        if (!me.isAdministrator()) throw new Forbidden("administration");
        var governed = me.administers().stream().map(areas::get).toList();
        return Page.of(out -> JteadminGenerated.render(out, Page.PLAIN, view, List.copyOf(governed)));
    }
}

package yici.site;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import yici.identity.SignedIn;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Post;
import yici.kit.Forbidden;
import yici.kit.Page;
import yici.kit.View;

/** Where an administrator begins, of whichever kind. */
@Controller
class AdminPages {

    /** One post, and what it opens. */
    record Office(Post.Role role, Area area) {
        boolean is(Post.Role other) {
            return role == other;
        }
    }

    private final Areas areas;

    AdminPages(Areas areas) {
        this.areas = areas;
    }

    @GetMapping("/admin")
    Page start(View view, SignedIn me) {
        if (!me.isAdministrator()) throw new Forbidden("administration");
        var offices = me.posts().stream()
                .filter(post -> post.role() != Post.Role.OFFICER)
                .map(post -> new Office(post.role(), areas.get(post.area())))
                .toList();
        return Page.of(out -> JteadminGenerated.render(out, Page.PLAIN, view, offices));
    }
}

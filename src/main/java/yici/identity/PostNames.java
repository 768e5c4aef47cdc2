package yici.identity;

import org.springframework.stereotype.Component;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.Post;
import yici.kit.Translated;

/** Where a post is, in words: the body of an officer, the area of an administrator. */
@Component
class PostNames {

    private final Areas areas;
    private final Bodies bodies;

    PostNames(Areas areas, Bodies bodies) {
        this.areas = areas;
        this.bodies = bodies;
    }

    Translated where(Post post) {
        return where(post.area(), post.body().orElse(""));
    }

    /** @param body may be empty */
    Translated where(String area, String body) {
        return body.isEmpty() ? areas.get(area).name() : bodies.get(body).name();
    }
}

package yici.jurisdiction;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Staff posts. */
@Component
public class Posts {

    public List<Post> of(UUID account) {
        throw new UnsupportedOperationException(account.toString());
    }

    public void give(Post post) {
        throw new UnsupportedOperationException(post.toString());
    }
}

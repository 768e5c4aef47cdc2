package yici.jurisdiction;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Staff posts. Who may give and take them is for the caller to check and record. */
@Component
public class Posts {

    private final JdbcClient db;
    private final Areas areas;
    private final Bodies bodies;

    Posts(JdbcClient db, Areas areas, Bodies bodies) {
        this.db = db;
        this.areas = areas;
        this.bodies = bodies;
    }

    public List<Post> of(UUID account) {
        return db.sql(
                        "select role, area, body from jurisdiction.post where account = :account order by role, area, body")
                .param("account", account)
                .query((row, _) -> new Post(
                        account,
                        Post.Role.valueOf(row.getString("role")),
                        row.getString("area"),
                        Optional.of(row.getString("body")).filter(body -> !body.isEmpty())))
                .list();
    }

    /**
     * Giving the same post twice changes nothing.
     *
     * @throws yici.kit.NotFound when there is no such area or body
     */
    public void give(Post post) {
        areas.get(post.area());
        post.body().ifPresent(bodies::get);
        db.sql("""
                        insert into jurisdiction.post (account, role, area, body) values (:account, :role, :area, :body)
                        on conflict do nothing
                        """)
                .param("account", post.account())
                .param("role", post.role().name())
                .param("area", post.area())
                .param("body", post.body().orElse(""))
                .update();
    }

    /** Taking a post that is not held changes nothing. */
    public void take(Post post) {
        db.sql("""
                        delete from jurisdiction.post
                        where account = :account and role = :role and area = :area and body = :body
                        """)
                .param("account", post.account())
                .param("role", post.role().name())
                .param("area", post.area())
                .param("body", post.body().orElse(""))
                .update();
    }
}

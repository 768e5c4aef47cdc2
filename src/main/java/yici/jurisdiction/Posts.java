package yici.jurisdiction;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** Many at once, for areas and bodies the caller has just read here; those already held stay. */
    public void give(List<Post> posts) {
        db.sql("""
                        insert into jurisdiction.post (account, role, area, body)
                        select account::uuid, role, area, body
                        from unnest(:account::text[], :role::text[], :area::text[], :body::text[]) as p(account, role, area, body)
                        on conflict do nothing
                        """)
                .param("account", column(posts, post -> post.account().toString()))
                .param("role", column(posts, post -> post.role().name()))
                .param("area", column(posts, Post::area))
                .param("body", column(posts, post -> post.body().orElse("")))
                .update();
    }

    /** As {@link #give(Post)}, in these areas and below; false, and nothing done, for a post elsewhere. */
    public boolean giveWithin(Collection<String> administered, Post post) {
        if (!codes(administered).contains(post.area())) return false;
        give(post);
        return true;
    }

    /** As {@link #take}, in these areas and below; false, and nothing done, for a post elsewhere or not held. */
    public boolean takeWithin(Collection<String> administered, Post post) {
        return db.sql("""
                        delete from jurisdiction.post
                        where account = :account and role = :role and area = :area and body = :body
                          and area = any(:administered)
                        """)
                        .param("account", post.account())
                        .param("role", post.role().name())
                        .param("area", post.area())
                        .param("body", post.body().orElse(""))
                        .param("administered", codes(administered).toArray(String[]::new))
                        .update()
                > 0;
    }

    /** The posts of one area itself, administrators first, at most {@code limit}. */
    public List<Post> in(String area, int limit) {
        return db.sql("""
                        select account, role, area, body from jurisdiction.post
                        where area = :area order by role, body, account limit :limit
                        """)
                .param("area", area)
                .param("limit", limit)
                .query((row, _) -> new Post(
                        row.getObject("account", UUID.class),
                        Post.Role.valueOf(row.getString("role")),
                        row.getString("area"),
                        Optional.of(row.getString("body")).filter(body -> !body.isEmpty())))
                .list();
    }

    private Set<String> codes(Collection<String> administered) {
        return administered.stream()
                .flatMap(code -> areas.within(code).stream())
                .map(Area::code)
                .collect(Collectors.toSet());
    }

    private static String[] column(List<Post> posts, Function<Post, String> of) {
        return posts.stream().map(of).toArray(String[]::new);
    }
}

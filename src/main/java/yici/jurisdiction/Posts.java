package yici.jurisdiction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.kit.View;

/** Staff posts. Who may give and end them is for the caller to check and record. */
@Component
public class Posts {

    private static final String POST =
            "select account, role, area, body, valid_from, valid_until from jurisdiction.post ";

    private final JdbcClient db;
    private final Areas areas;
    private final Bodies bodies;
    private final Clock clock;

    Posts(JdbcClient db, Areas areas, Bodies bodies, Clock clock) {
        this.db = db;
        this.areas = areas;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** Those that count at this moment; none at a body that is closed. */
    public List<Post> of(UUID account) {
        var today = LocalDate.ofInstant(clock.instant(), View.ZONE);
        return db
                .sql(POST + """
                        where account = :account and valid_from <= :now and (valid_until is null or valid_until > :now)
                        order by role, area, body
                        """)
                .param("account", account)
                .param("now", at(clock.instant()))
                .query((row, _) -> post(row))
                .list()
                .stream()
                .filter(post -> post.body()
                        .flatMap(bodies::closedFrom)
                        .filter(closed -> !today.isBefore(closed))
                        .isEmpty())
                .toList();
    }

    /** Those of before and those to come as well, the newest first. */
    public List<Post> ever(UUID account) {
        return db.sql(POST + "where account = :account order by valid_from desc, role, area, body limit 500")
                .param("account", account)
                .query((row, _) -> post(row))
                .list();
    }

    /**
     * Giving the same post twice changes nothing.
     *
     * @throws yici.kit.NotFound when there is no such area or body
     * @throws org.springframework.dao.DataIntegrityViolationException when the person has another duty in that time
     */
    public void give(Post post) {
        areas.get(post.area());
        post.body().ifPresent(bodies::get);
        give(List.of(post));
    }

    /** Many at once, for areas and bodies the caller has just read here; those already held in that time, or ended in it, stay as they are. */
    public void give(List<Post> posts) {
        db.sql("""
                        insert into jurisdiction.post (account, role, area, body, valid_from, valid_until)
                        select account::uuid, role, area, body, valid_from::timestamptz, valid_until::timestamptz
                        from unnest(:account::text[], :role::text[], :area::text[], :body::text[], :from::text[], :until::text[])
                             as p(account, role, area, body, valid_from, valid_until)
                        where not exists (
                            select from jurisdiction.post held
                            where (held.account, held.role, held.area, held.body) = (p.account::uuid, p.role, p.area, p.body)
                              and (held.valid_from = p.valid_from::timestamptz
                                   or tstzrange(held.valid_from, held.valid_until)
                                      && tstzrange(p.valid_from::timestamptz, p.valid_until::timestamptz)))
                        """)
                .param("account", column(posts, post -> post.account().toString()))
                .param("role", column(posts, post -> post.role().name()))
                .param("area", column(posts, Post::area))
                .param("body", column(posts, post -> post.body().orElse("")))
                .param("from", column(posts, post -> post.period().from().toString()))
                .param(
                        "until",
                        column(
                                posts,
                                post -> post.period()
                                        .until()
                                        .map(Instant::toString)
                                        .orElse(null)))
                .update();
    }

    /** As {@link #give(Post)}, in these areas; false, and nothing done, for a post elsewhere. */
    public boolean giveWithin(Collection<String> areas, Post post) {
        if (!areas.contains(post.area())) return false;
        give(post);
        return true;
    }

    /**
     * It counts no more from now on; one that was to come never counts. False, and nothing done, for a post outside these areas, not held, or
     * ended already.
     */
    public boolean endWithin(Collection<String> areas, Post post) {
        return db.sql("""
                        update jurisdiction.post set valid_until = greatest(valid_from, :now)
                        where account = :account and role = :role and area = :area and body = :body and valid_from = :from
                          and (valid_until is null or valid_until > :now) and area = any(:areas)
                        """)
                        .param("account", post.account())
                        .param("role", post.role().name())
                        .param("area", post.area())
                        .param("body", post.body().orElse(""))
                        .param("from", at(post.period().from()))
                        .param("now", at(clock.instant()))
                        .param("areas", areas.toArray(String[]::new))
                        .update()
                > 0;
    }

    /** Of these roles in one area itself, held now or to come: administrators first, at most {@code limit}. */
    public List<Post> in(String area, Collection<Post.Role> roles, int limit) {
        return db.sql(POST + """
                        where area = :area and role = any(:roles) and (valid_until is null or valid_until > :now)
                        order by role, body, account, valid_from limit :limit
                        """)
                .param("area", area)
                .param("roles", roles.stream().map(Post.Role::name).toArray(String[]::new))
                .param("now", at(clock.instant()))
                .param("limit", limit)
                .query((row, _) -> post(row))
                .list();
    }

    /** Who ever held a post in one of these areas. */
    public List<UUID> peopleOf(Collection<String> areas) {
        return db.sql("select distinct account from jurisdiction.post where area = any(:areas) limit 20000")
                .param("areas", areas.toArray(String[]::new))
                .query((row, _) -> row.getObject("account", UUID.class))
                .list();
    }

    private static Post post(ResultSet row) throws SQLException {
        return new Post(
                row.getObject("account", UUID.class),
                Post.Role.valueOf(row.getString("role")),
                row.getString("area"),
                Optional.of(row.getString("body")).filter(body -> !body.isEmpty()),
                new Period(
                        row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("valid_until", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String[] column(List<Post> posts, Function<Post, @Nullable String> of) {
        return posts.stream().map(of).toArray(String[]::new);
    }
}

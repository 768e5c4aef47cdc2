package yici.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import yici.house.Product;
import yici.kit.NotFound;

class PostsTest {

    private final Posts posts = Product.running().bean(Posts.class);
    private final UUID account = UUID.randomUUID();
    private final Post officer =
            new Post(account, Post.Role.OFFICER, "430523000000", Optional.of("police@430523000000"));
    private final Post administrator = new Post(account, Post.Role.ADMINISTRATOR, "430500000000", Optional.empty());

    @Test
    void posts_are_given_once_and_taken_again() {
        posts.give(officer);
        posts.give(officer);
        posts.give(administrator);
        assertThat(posts.of(account)).containsExactlyInAnyOrder(officer, administrator);

        assertThat(posts.endWithin(java.util.List.of(officer.area()), officer)).isTrue();
        assertThat(posts.of(account)).containsExactly(administrator);
        assertThat(posts.of(UUID.randomUUID())).isEmpty();
    }

    @Test
    void a_post_is_in_an_area_and_a_body_that_exist() {
        assertThatThrownBy(() -> posts.give(
                        new Post(account, Post.Role.OFFICER, "430523000000", Optional.of("police@430523999000"))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> posts.give(new Post(account, Post.Role.ADMINISTRATOR, "110000000000", Optional.empty())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void an_officer_has_a_body_and_an_administrator_has_none() {
        assertThatThrownBy(() -> new Post(account, Post.Role.OFFICER, "430523000000", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new Post(account, Post.Role.ADMINISTRATOR, "430523000000", Optional.of("police@430523000000")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

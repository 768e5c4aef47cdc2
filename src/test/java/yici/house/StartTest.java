package yici.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StartTest {

    @Test
    void the_product_works_as_a_role_that_owns_nothing() {
        var role = Product.running()
                .bean(JdbcClient.class)
                .sql("select current_user")
                .query(String.class)
                .single();

        assertThat(role).isEqualTo("yici_app");
    }
}

package yici.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import yici.house.Browser;
import yici.house.Product;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.kit.ImportRefused;

class LoadAccountsTest {

    private final Product product = Product.running();
    private final SignIn.From here = new SignIn.From("10.2.0.1", "", Optional.empty());

    @Test
    void the_people_of_the_province_can_sign_in() {
        for (var login : new String[] {
            "13900000001",
            "firm-demo",
            "officer-police-430523",
            "admin-430100",
            "system-430000",
            "security-430000",
            "audit-430000"
        })
            assertThat(product.bean(SignIn.class).signIn(login, Browser.PASSWORD, here))
                    .as(login)
                    .isInstanceOf(SignIn.Outcome.Welcome.class);
    }

    @Test
    void every_open_body_has_its_officer_and_every_government_its_administrator() {
        var posts = product.bean(yici.jurisdiction.Posts.class);
        for (var area : product.bean(Areas.class).all()) {
            if (area.level() == yici.jurisdiction.Area.Level.OWN_LEVEL) continue;
            var held = posts.in(area.code(), java.util.List.of(yici.jurisdiction.Post.Role.values()), 1000);
            assertThat(held).anyMatch(post -> post.body().isEmpty());
            for (var body : product.bean(Bodies.class).of(area.code()))
                if (body.area().equals(area.code()))
                    assertThat(held).anyMatch(post -> post.body().equals(Optional.of(body.id())));
        }
    }

    @Test
    void loading_twice_adds_nobody_and_keeps_a_changed_password() {
        var db = product.bean(JdbcClient.class);
        var count = "select count(*) || ' ' || max(password_hash) from identity.account where demo";
        var before = db.sql(count).query(String.class).single();

        product.bean(LoadAccounts.class).load(Path.of("sample"));

        assertThat(db.sql(count).query(String.class).single()).isEqualTo(before);
    }

    @Test
    void a_number_that_does_not_compute_refuses_the_file_and_names_the_line(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("accounts.csv"), """
                kind,login,name,number,representative,representative_number,phone,address
                person,13900000001,李娜,430523199503169821,,,13900000001,
                person,13900000002,王强,430102199007129713,,,13900000002,
                """);

        assertThatThrownBy(() -> product.bean(LoadAccounts.class).load(folder))
                .isInstanceOf(ImportRefused.class)
                .hasMessage("accounts.csv:3: 13900000002: number is no ID number: check");
    }

    @Test
    void invented_names_look_like_names() {
        assertThat(DemoName.of("officer-police-430523"))
                .matches("\\p{IsHan}{2,4}")
                .isEqualTo(DemoName.of("officer-police-430523"));
    }
}

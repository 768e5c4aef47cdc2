package yici.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yici.audit.AuditLog;
import yici.house.Browser;
import yici.house.Http;
import yici.house.People;
import yici.house.Product;
import yici.jurisdiction.Post;
import yici.kit.Forbidden;

/** What too many wrong attempts have locked is seen, and ended early with a reason. */
class LocksTest {

    private final Product product = Product.running();
    private final Locks locks = product.bean(Locks.class);
    private final SignIn signIn = product.bean(SignIn.class);
    private final People.Someone security = People.staff(Post.Role.SECURITY_ADMIN, "430000000000");

    @Test
    void a_locked_account_shows_with_its_middle_hidden_and_opens_again_when_the_lock_is_ended() {
        var citizen = People.citizen();
        lock(citizen.login());
        var subject = Attempts.subjectOfLogin(citizen.login());

        assertThat(locks.now(security.me()))
                .filteredOn(lock -> lock.subject().equals(subject))
                .singleElement()
                .satisfies(lock -> {
                    assertThat(lock.whose()).isEqualTo(yici.kit.Masked.phone(citizen.login()));
                    assertThat(lock.kind()).isEqualTo(Locks.Kind.LOGIN);
                    assertThat(lock.tries()).isGreaterThan(Attempts.PER_LOGIN);
                    assertThat(lock.until()).isEqualTo(lock.since().plus(Attempts.WINDOW));
                });
        assertThat(locks.end(TwoPersons.justNow(security), subject, "")).isEqualTo(Locks.Ended.REASON_MISSING);
        assertThat(locks.end(TwoPersons.justNow(security), subject, "本人来电，已核对身份"))
                .isEqualTo(Locks.Ended.DONE);
        assertThat(locks.end(TwoPersons.justNow(security), subject, "本人来电，已核对身份"))
                .isEqualTo(Locks.Ended.NOT_LOCKED);

        assertThat(signIn.signIn(citizen.login(), Browser.PASSWORD, from("10.11.0.9")))
                .isInstanceOf(SignIn.Outcome.Welcome.class);
        assertThat(product.bean(AuditLog.class).about(subject, 1).getFirst()).satisfies(event -> {
            assertThat(event.act().code()).isEqualTo("identity.lock-ended");
            assertThat(event.reason()).isEqualTo("本人来电，已核对身份");
        });
    }

    @Test
    void a_login_nobody_has_a_network_and_a_second_factor_are_listed_too() {
        var officer = MakePeople.realOfficer("police@430523000000");
        var factor = "factor:" + officer.account().id();
        lock("nobody.has.this.login");
        count(factor, FactorTries.MOST);
        count("address:10.77.1.1", Attempts.PER_ADDRESS);
        count("all:3", 5);

        var found = locks.now(security.me());

        assertThat(found)
                .extracting(Locks.Lock::subject)
                .contains(Attempts.subjectOfLogin("nobody.has.this.login"), factor, "address:10.77.1.1")
                .doesNotContain("all:3");
        assertThat(found)
                .filteredOn(lock -> lock.subject().equals(factor))
                .extracting(Locks.Lock::whose)
                .containsExactly(
                        "sta******" + officer.login().substring(officer.login().length() - 2));
        assertThat(found)
                .filteredOn(lock -> lock.kind() == Locks.Kind.ADDRESS)
                .extracting(Locks.Lock::whose)
                .contains("10.77.1.1");
        locks.end(TwoPersons.justNow(security), "address:10.77.1.1", "政务大厅的公用网络");
    }

    @Test
    void nobody_but_the_provinces_security_administrator_and_not_without_a_fresh_proof() {
        for (var other : new People.Someone[] {
            People.administrator("430000000000"),
            People.staff(Post.Role.AUDIT_ADMIN, "430000000000"),
            People.staff(Post.Role.SECURITY_ADMIN, "430500000000"),
            People.citizen()
        }) {
            assertThatThrownBy(() -> locks.now(other.me())).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> locks.end(TwoPersons.justNow(other), "login:x", "a good reason"))
                    .isInstanceOf(Forbidden.class);
        }
        assertThatThrownBy(() -> locks.end(security.me(), "login:x", "a good reason"))
                .isInstanceOf(StepUp.class);
    }

    @Test
    void the_page_ends_a_lock_with_a_reason_and_nothing_but_a_lock() {
        var citizen = People.citizen();
        lock(citizen.login());
        var subject = Attempts.subjectOfLogin(citizen.login());
        var http = new Http();
        http.signIn(security.login());

        assertThat(http.get("/admin/locks").body()).contains(yici.kit.Masked.phone(citizen.login()), "12 次以上");
        assertThat(http.post("/admin/locks", Map.of("subject", subject, "reason", "x"))
                        .body())
                .contains("请写明解除的理由");
        assertThat(http.post("/admin/locks", Map.of("subject", "all:1", "reason", "no lock at all"))
                        .body())
                .contains("已经自动解除");
        assertThat(http.post("/admin/locks", Map.of("subject", subject, "reason", "本人来电"))
                        .body())
                .contains("锁定已解除");
    }

    private void lock(String login) {
        for (int i = 0; i < Attempts.PER_LOGIN + 3; i++)
            product.bean(Attempts.class).count(login, "10.11.0." + i);
    }

    private void count(String subject, int limit) {
        for (int i = 0; i < limit + 2; i++) product.bean(Attempts.class).countOf(subject, limit);
    }

    private static SignIn.From from(String address) {
        return new SignIn.From(address, "", Optional.empty());
    }
}

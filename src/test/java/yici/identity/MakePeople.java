package yici.identity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import yici.house.Browser;
import yici.house.People;
import yici.house.Product;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.Post;
import yici.jurisdiction.Posts;
import yici.kit.CreditCode;
import yici.kit.IdNumber;
import yici.kit.Ids;
import yici.notification.Channel;
import yici.notification.Inbox;

/** The hand behind {@link People}: it may use what room identity keeps to itself. */
public final class MakePeople {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private MakePeople() {}

    public static People.Someone citizen(String name, String area6, String birthday, boolean female) {
        int n = NEXT.incrementAndGet();
        var first17 = area6 + birthday.replace("-", "") + "%03d".formatted(n * 2 % 900 + (female ? 0 : 1));
        var number = first17 + IdNumber.check(first17);
        if (bean(Accounts.class).numberTaken(number)) return citizen(name, area6, birthday, female);
        var phone = "137%08d".formatted(n);
        var id = Ids.fresh(bean(Clock.class));
        var account = new Account(id, SignedIn.Kind.PERSON, phone, name, number, "", "", phone, "");
        bean(SignUp.class).open(account, bean(Passwords.class).hash(Browser.PASSWORD), false);
        return someone(account, List.of());
    }

    /** By the form and the code on the telephone. */
    static Account signedUp(SignUp.Person typed) {
        var here = new SignIn.From("10.9.0." + NEXT.incrementAndGet() % 250, "", Optional.empty());
        var asked = (SignUp.Asked.Sent) bean(SignUp.class).ask(typed, here);
        var outcome = bean(SignUp.class).enter(asked.seal(), Inbox.code(asked.phone()), here);
        return ((SignUp.Outcome.Done) outcome).account();
    }

    public static People.Someone firm(String name, String area6) {
        int n = NEXT.incrementAndGet();
        var first17 = "91" + area6 + "MA4T%05d".formatted(n);
        var code = first17 + CreditCode.check(first17);
        var phone = "138%08d".formatted(n);
        var clock = bean(Clock.class);
        var account = new Account(
                Ids.fresh(clock),
                SignedIn.Kind.FIRM,
                Accounts.loginOf(code),
                name,
                code,
                "周海燕",
                "11010519491231002X",
                phone,
                "");
        bean(Accounts.class).add(account, bean(Passwords.class).hash(Browser.PASSWORD), clock.instant());
        var method = Proofing.Method.REGISTER_MATCH;
        bean(org.springframework.transaction.support.TransactionTemplate.class)
                .executeWithoutResult(_ -> bean(Proofings.class)
                        .add(
                                account.id(),
                                new Proofing(
                                        method, method.level(), clock.instant(), "legal persons", Optional.empty()),
                                ""));
        return someone(account, List.of());
    }

    public static People.Someone officer(String body) {
        var area = bean(Bodies.class).get(body).area();
        return staff(id -> new Post(id, Post.Role.OFFICER, area, Optional.of(body)));
    }

    public static People.Someone administrator(String area) {
        var code = bean(Areas.class).get(area).code();
        return staff(id -> new Post(id, Post.Role.ADMINISTRATOR, code, Optional.empty()));
    }

    /** @param role of an administrator */
    public static People.Someone staff(Post.Role role, String area) {
        return staff(id -> new Post(id, role, area, Optional.empty()));
    }

    /** An ID number nobody else has. */
    static String number() {
        var first17 = "43052319%02d0101%03d".formatted(50 + NEXT.incrementAndGet() / 1000 % 40, NEXT.get() % 1000);
        return first17 + IdNumber.check(first17);
    }

    private static People.Someone staff(java.util.function.Function<java.util.UUID, Post> post) {
        var clock = bean(Clock.class);
        var login = "staff-%05d".formatted(NEXT.incrementAndGet());
        var account = new Account(Ids.fresh(clock), SignedIn.Kind.STAFF, login, DemoName.of(login), "", "", "", "", "");
        bean(Accounts.class).add(account, bean(Passwords.class).hash(Browser.PASSWORD), clock.instant());
        // of the demonstration, like those of the sample: let off the second factor, which has tests of its own
        bean(JdbcClient.class)
                .sql("update identity.account set demo = true where id = :id")
                .param("id", account.id())
                .update();
        var given = post.apply(account.id());
        bean(Posts.class).give(given);
        return someone(account, List.of(given));
    }

    /** From now on codes reach this person. */
    public static People.Someone reached(People.Someone someone) {
        bean(Reached.class)
                .confirm(
                        someone.account().id(),
                        Channel.SMS,
                        someone.account().phone(),
                        someone.account().kind() == SignedIn.Kind.PERSON,
                        bean(Clock.class).instant());
        return someone;
    }

    /** Checked against a document or at a counter: more than a register knows. */
    public static People.Someone proofed(People.Someone someone, Trust trust) {
        bean(JdbcClient.class)
                .sql("update identity.account set proofed = :level where id = :id")
                .param("level", trust.number())
                .param("id", someone.account().id())
                .update();
        return someone;
    }

    /** A member of staff as real ones are: the post counts with a second factor only. */
    public static People.Someone realOfficer(String body) {
        var officer = officer(body);
        bean(JdbcClient.class)
                .sql("update identity.account set demo = false where id = :id")
                .param("id", officer.account().id())
                .update();
        return officer;
    }

    private static People.Someone someone(Account account, List<Post> posts) {
        return new People.Someone(
                new SignedIn(account.id(), account.kind(), account.name(), posts), account.login(), account);
    }

    private static <T> T bean(Class<T> type) {
        return Product.running().bean(type);
    }
}

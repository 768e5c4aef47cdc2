package yici.house;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import yici.identity.Account;
import yici.identity.MakePeople;
import yici.identity.Proof;
import yici.identity.SignOn;
import yici.identity.SignedIn;
import yici.identity.Trust;
import yici.jurisdiction.Post;

/**
 * Fresh people for a test, who meet nobody of another test. They can sign in, with the password of the demonstration accounts.
 *
 * <pre>{@code
 * var mother = People.citizen();
 * submit.submit(mother.me(), …);
 * new Http().signIn(mother.login());
 * }</pre>
 */
public final class People {

    /**
     * @param me as a controller would hand it to a use case
     * @param login to sign in with over HTTP
     */
    public record Someone(SignedIn me, String login, Account account) {

        /** Who has signed in this very moment, for what asks for a fresh proof. */
        public SignedIn justNow() {
            var now = Product.running().clock().instant();
            var signOn = new SignOn(
                    UUID.randomUUID(), now, List.of(new Proof(Proof.Method.PASSWORD, now, "")), Trust.LEVEL_3);
            return new SignedIn(me.account(), me.kind(), me.name(), me.posts(), signOn, Optional.empty());
        }
    }

    private People() {}

    /** A woman of 31 from 邵阳县. */
    public static Someone citizen() {
        return MakePeople.citizen("李测试", "430523", "1995-03-16", true);
    }

    /** @param birthday such as 1995-03-16 */
    public static Someone citizen(String name, String area6, String birthday, boolean female) {
        return MakePeople.citizen(name, area6, birthday, female);
    }

    public static Someone firm() {
        return MakePeople.firm("测试餐饮店", "430104");
    }

    /** @param body such as {@code police@430523000000} */
    public static Someone officer(String body) {
        return MakePeople.officer(body);
    }

    /** An administrator of another kind. */
    public static Someone staff(Post.Role role, String area) {
        return MakePeople.staff(role, area);
    }

    public static Someone administrator(String area) {
        return MakePeople.administrator(area);
    }
}

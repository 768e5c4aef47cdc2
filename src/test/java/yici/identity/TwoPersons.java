package yici.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import yici.house.People;
import yici.house.Product;
import yici.jurisdiction.Post;

/** Two administrators who have both just shown who they are. */
final class TwoPersons {

    private TwoPersons() {}

    static SignedIn justNow(People.Someone who) {
        var now = Product.running().clock().instant();
        var proofs = List.of(new Proof(Proof.Method.PASSWORD, now, ""), new Proof(Proof.Method.TOTP, now, ""));
        var me = who.me();
        return new SignedIn(
                me.account(),
                me.kind(),
                me.name(),
                me.posts(),
                new SignOn(UUID.randomUUID(), now, proofs, Trust.LEVEL_4),
                Optional.empty());
    }

    /** Asked for by the one, confirmed by a security administrator of the province, carried out by the one. */
    static ResetStaff.Outcome.Reset reset(People.Someone asker, People.Someone about) {
        var product = Product.running();
        var reset = product.bean(ResetStaff.class);
        reset.ask(justNow(asker), about.me().posts().getFirst());
        var id = newest(asker);
        product.bean(FourEyes.class).confirm(justNow(People.staff(Post.Role.SECURITY_ADMIN, "430000000000")), id);
        var confirmed =
                product.bean(FourEyes.class).confirmed(justNow(asker), id).orElseThrow();
        return (ResetStaff.Outcome.Reset) reset.reset(justNow(asker), confirmed);
    }

    static UUID newest(People.Someone asker) {
        return Product.running()
                .bean(JdbcClient.class)
                .sql("select id from identity.countersign where asked_by = :by order by asked_at desc, id desc limit 1")
                .param("by", asker.account().id())
                .query(UUID.class)
                .single();
    }
}

package yici.mandate;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import yici.house.Http;
import yici.house.People;
import yici.house.Product;
import yici.kit.CreditCode;

/** Mandates for tests of other rooms: given, accepted, taken back, and a register that does not answer. */
public final class Mandated {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private Mandated() {}

    /** Until the end of the day after so many days, in force at once. */
    public static UUID agent(People.Someone granter, People.Someone agent, Set<String> lifeEvents, int days) {
        var until = LocalDate.now(Product.running().clock()).plusDays(days).toString();
        var typed = new GiveMandate.Typed(
                agent.account().name(), "RESIDENT_ID", agent.account().number(), "", lifeEvents, "430000000000", until);
        var given = (GiveMandate.Given.Offered) bean(GiveMandate.class).give(granter.justNow(), typed);
        bean(AnswerOffer.class).accept(agent.justNow(), given.mandate().id());
        return given.mandate().id();
    }

    public static void revoke(People.Someone granter, UUID mandate) {
        bean(EndMandate.class).revoke(granter.justNow(), mandate);
    }

    public record Firm(String code, String name) {}

    /** As the register of legal persons says; nothing is recorded here yet. */
    public static Firm firmOf(People.Someone owner) {
        var first17 = "91430104MA4R%05d".formatted(NEXT.incrementAndGet());
        var firm = new Firm(first17 + CreditCode.check(first17), "测试商行" + NEXT.get());
        bean(JdbcClient.class)
                .sql("""
                        insert into sandbox.legal_person (code, name, representative, representative_number, open)
                        values (:code, :name, :owner, :number, true)
                        """)
                .param("code", firm.code())
                .param("name", firm.name())
                .param("owner", owner.account().name())
                .param("number", owner.account().number())
                .update();
        return firm;
    }

    /** The register of legal persons as it is, and well again afterwards. */
    public static void whileRegisterIsDown(Runnable then) {
        var administrator = new Http();
        administrator.signIn("system-430000");
        administrator.get("/admin/registers");
        set(administrator, "DOWN");
        try {
            then.run();
        } finally {
            set(administrator, "ANSWERS");
        }
    }

    private static void set(Http administrator, String behaviour) {
        var answer = administrator.post(
                "/admin/registers", Map.of("lifeEvent", "base", "item", "legal-persons", "behaviour", behaviour));
        if (answer.statusCode() != 200) throw new AssertionError("the register stays as it is: " + answer.body());
    }

    private static <T> T bean(Class<T> type) {
        return Product.running().bean(type);
    }
}

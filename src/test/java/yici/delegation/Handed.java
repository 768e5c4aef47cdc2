package yici.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import yici.house.People;
import yici.house.Product;

/** Powers handed over by one administrator of the province and confirmed by another, for tests of what comes of it. */
public final class Handed {

    private static final String PROVINCE = "430000000000";

    private Handed() {}

    /** By law this level has it, with all that lies below. */
    public static String byLaw(String power, String area, LocalDate from) {
        return confirmed(typed(power, "statutory", area, from, "receiver"));
    }

    /** @param mode devolved, entrusted_down and so on; @param seal receiver, giver, giver_special */
    public static String over(String power, String mode, String area, LocalDate from, String seal) {
        return confirmed(typed(power, mode, area, from, seal));
    }

    public static void recalled(String number, LocalDate from) {
        var typed = new Typed(Map.of("from", from.toString(), "reason", "测试收回"));
        var asked = bean(RecallDelegation.class)
                .recall(People.administrator(PROVINCE).justNow(), number, false, typed);
        assertThat(asked).isEqualTo(new Asked.Waits(number));
        confirm(number);
    }

    static String confirmed(Typed typed) {
        var asked = bean(RegisterDelegation.class)
                .register(People.administrator(PROVINCE).justNow(), typed);
        assertThat(asked).isInstanceOf(Asked.Waits.class);
        var number = ((Asked.Waits) asked).number();
        confirm(number);
        return number;
    }

    static void confirm(String number) {
        assertThat(bean(AnswerDelegation.class)
                        .confirm(People.administrator(PROVINCE).justNow(), number))
                .isInstanceOf(AnswerDelegation.Answered.Done.class);
    }

    static Typed typed(String power, String mode, String area, LocalDate from, String seal) {
        var values = new HashMap<String, String>();
        values.put("power", power);
        values.put("mode", mode);
        values.put("area", area);
        values.put("from", from.toString());
        values.put("seal", seal);
        values.put("title", "测试用决定");
        values.put("file", "测〔2026〕1号");
        return new Typed(Map.copyOf(values));
    }

    static <T> T bean(Class<T> type) {
        return Product.running().bean(type);
    }
}

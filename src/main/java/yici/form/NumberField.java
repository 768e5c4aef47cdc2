package yici.form;

import gg.jte.Content;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import yici.kit.Page;

/** A count or measure: not below zero, at most twelve digits before and four after the point. */
record NumberField(DataElement element) implements Field {

    @Override
    public Verdict check(String raw, LocalDate today) {
        String text = withoutThousands(Typed.compact(raw));
        if (!text.matches("[-+]?[0-9]{1,50}(\\.[0-9]{1,50})?")) return Verdict.refused("number");

        var number = new BigDecimal(text);
        if (number.signum() < 0) return Verdict.refused("number.negative");
        if (number.compareTo(BigDecimal.TEN.pow(12)) >= 0) return Verdict.refused("number.large");
        if (decimals(number) > 4) return Verdict.refused("number.fine");
        return new Verdict.Accepted(plain(number));
    }

    /** 12,345 is a usual way of writing; 1,5 is not clear in every language of the form and is refused. */
    static String withoutThousands(String text) {
        return text.matches("[-+]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]*)?") ? text.replace(",", "") : text;
    }

    static int decimals(BigDecimal number) {
        return Math.max(0, number.stripTrailingZeros().scale());
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    @Override
    public Optional<String> hint() {
        return Optional.of("form.hint.number");
    }

    @Override
    public Content draw(Drawing drawing) {
        return Drawing.content(out -> JtenumberGenerated.render(out, Page.PLAIN, drawing));
    }
}

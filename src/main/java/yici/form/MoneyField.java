package yici.form;

import gg.jte.Content;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import yici.kit.Page;
import yici.kit.View;

/** An amount in yuan, exact to the fen. Canonical text always shows the fen, so that it can be checked again. */
record MoneyField(DataElement element) implements Field {

    @Override
    public Verdict check(String raw, LocalDate today) {
        String text = Typed.compact(raw).replaceFirst("^[¥\uffe5]", "").replaceFirst("元$", "");
        text = NumberField.withoutThousands(text);
        if (!text.matches("[-+]?[0-9]{1,50}(\\.[0-9]{1,50})?")) return Verdict.refused("money");

        var yuan = new BigDecimal(text);
        if (yuan.signum() < 0) return Verdict.refused("number.negative");
        if (yuan.compareTo(BigDecimal.TEN.pow(12)) >= 0) return Verdict.refused("number.large");
        if (NumberField.decimals(yuan) > 2) return Verdict.refused("money.fine");
        return new Verdict.Accepted(yuan.setScale(2).toPlainString());
    }

    @Override
    public String display(String value, View view) {
        var format = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return view.t("form.money", format.format(new BigDecimal(value)));
    }

    @Override
    public Optional<String> hint() {
        return Optional.of("form.hint.money");
    }

    @Override
    public Content draw(Drawing drawing) {
        return Drawing.content(out -> JtemoneyGenerated.render(out, Page.PLAIN, drawing));
    }
}

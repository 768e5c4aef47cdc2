package yici.form;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yici.kit.Page;
import yici.kit.View;

/** One of the 34 provincial-level divisions (GB/T 2260). Canonical is the six-digit code that rules compare with: {@code 430000}. */
record ProvinceField(DataElement element) implements Field {

    static final List<Option> PROVINCES = CodeList.read("provinces.csv");

    static boolean isAskedBy(DataElement element) {
        return element.options().isEmpty()
                && (element.key().contains("rovince") || element.label().zh().contains("省"));
    }

    @Override
    public Verdict check(String raw, LocalDate today) {
        return found(raw)
                .<Verdict>map(province -> new Verdict.Accepted(province.code()))
                .orElse(Verdict.refused("choice"));
    }

    /** Registers also write the province with 12 digits, people its name. */
    private static Optional<Option> found(String raw) {
        String typed = Typed.compact(raw);
        String code = typed.matches("[0-9]{12}") && typed.endsWith("000000") ? typed.substring(0, 6) : typed;
        return PROVINCES.stream()
                .filter(province -> province.code().equals(code) || isNamed(province, typed))
                .findFirst();
    }

    private static boolean isNamed(Option province, String typed) {
        return typed.length() >= 2 && province.label().zh().startsWith(typed);
    }

    static String chosen(String raw) {
        return found(raw).map(Option::code).orElse("");
    }

    @Override
    public String missing() {
        return "unchosen";
    }

    @Override
    public String display(String value, View view) {
        return ChoiceField.in(PROVINCES, value).map(o -> view.t(o.label())).orElse(value);
    }

    @Override
    public Content draw(Drawing drawing) {
        return Drawing.content(out -> JteprovinceGenerated.render(out, Page.PLAIN, drawing));
    }
}

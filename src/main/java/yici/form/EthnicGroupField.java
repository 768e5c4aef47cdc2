package yici.form;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import yici.kit.Page;
import yici.kit.View;

/** One of the 56 ethnic groups or another (GB/T 3304). Canonical is the standard's two-digit code: {@code 06} is Miao. */
record EthnicGroupField(DataElement element) implements Field {

    static final List<Option> GROUPS = CodeList.read("ethnic-groups.csv");

    /** The guides give such elements as text; the standard's list serves people better. */
    static boolean isAskedBy(DataElement element) {
        return element.key().toLowerCase(Locale.ROOT).contains("ethnic");
    }

    @Override
    public Verdict check(String raw, LocalDate today) {
        return found(raw)
                .<Verdict>map(group -> new Verdict.Accepted(group.code()))
                .orElse(Verdict.refused("choice"));
    }

    /** Registers also write the name, with or without 族. */
    private static Optional<Option> found(String raw) {
        String typed = Typed.compact(raw);
        return GROUPS.stream()
                .filter(group -> group.code().equals(typed)
                        || group.label().zh().equals(typed)
                        || group.label().zh().equals(typed + "族"))
                .findFirst();
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
        return ChoiceField.in(GROUPS, value).map(o -> view.t(o.label())).orElse(value);
    }

    @Override
    public Content draw(Drawing drawing) {
        return Drawing.content(out -> JteethnicGroupGenerated.render(out, Page.PLAIN, drawing));
    }
}

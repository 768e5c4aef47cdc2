package yici.form;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yici.kit.Page;
import yici.kit.View;

/** One of the element's options: radios while they can be taken in at a glance, else a list. */
record ChoiceField(DataElement element) implements Field {

    private static final int AT_A_GLANCE = 8;

    @Override
    public Verdict check(String raw, LocalDate today) {
        return in(element.options(), raw.strip()).isPresent()
                ? new Verdict.Accepted(raw.strip())
                : Verdict.refused("choice");
    }

    @Override
    public String missing() {
        return "unchosen";
    }

    @Override
    public String display(String value, View view) {
        return in(element.options(), value).map(o -> view.t(o.label())).orElse(value);
    }

    static Optional<Option> in(List<Option> options, String code) {
        return options.stream().filter(option -> option.code().equals(code)).findFirst();
    }

    boolean atAGlance() {
        return element.options().size() <= AT_A_GLANCE;
    }

    @Override
    public Content draw(Drawing drawing) {
        return Drawing.content(out -> JtechoiceGenerated.render(out, Page.PLAIN, this, drawing));
    }
}

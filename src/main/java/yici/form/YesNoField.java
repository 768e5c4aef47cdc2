package yici.form;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import yici.kit.Page;
import yici.kit.View;

/** Yes or no, chosen on purpose: nothing is preset. */
record YesNoField(DataElement element) implements Field {

    @Override
    public Verdict check(String raw, LocalDate today) {
        String value = raw.strip();
        return value.equals("true") || value.equals("false") ? new Verdict.Accepted(value) : Verdict.refused("choice");
    }

    @Override
    public String missing() {
        return "unchosen";
    }

    @Override
    public String display(String value, View view) {
        return view.t(value.equals("true") ? "form.yes" : "form.no");
    }

    static List<Option> options(View view) {
        return List.of(new Option("true", Said.of("form.yes", view)), new Option("false", Said.of("form.no", view)));
    }

    @Override
    public Content draw(Drawing drawing) {
        return Drawing.content(out -> JteyesNoGenerated.render(out, Page.PLAIN, drawing));
    }
}

package yici.form;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.Optional;
import yici.kit.Page;
import yici.kit.View;

/**
 * An area below the province. Where the element offers options (such as the areas of the chosen county) one is chosen; else people write
 * its name, or its code of 6 or 12 digits, kept with 12.
 */
record AreaField(DataElement element) implements Field {

    private static final int LONGEST = 100;

    @Override
    public Verdict check(String raw, LocalDate today) {
        if (offersChoice()) return new ChoiceField(element).check(raw, today);

        String typed = Typed.compact(raw);
        if (!typed.matches("[0-9]+")) return TextField.check(raw, LONGEST);
        return switch (typed.length()) {
            case 6 -> new Verdict.Accepted(typed + "000000");
            case 12 -> new Verdict.Accepted(typed);
            default -> Verdict.refused("area", typed.length());
        };
    }

    boolean offersChoice() {
        return !element.options().isEmpty();
    }

    @Override
    public String missing() {
        return offersChoice() ? "unchosen" : "missing";
    }

    @Override
    public String display(String value, View view) {
        return offersChoice() ? new ChoiceField(element).display(value, view) : value;
    }

    @Override
    public Optional<String> hint() {
        return offersChoice() ? Optional.empty() : Optional.of("form.hint.area");
    }

    @Override
    public Content draw(Drawing drawing) {
        return Drawing.content(out -> JteareaGenerated.render(out, Page.PLAIN, this, drawing));
    }
}

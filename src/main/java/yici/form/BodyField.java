package yici.form;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.Optional;
import yici.kit.Page;

/** An office, bank or other body, by the name people know it by. */
record BodyField(DataElement element) implements Field {

    private static final int LONGEST = 100;

    @Override
    public Verdict check(String raw, LocalDate today) {
        return TextField.check(raw, LONGEST);
    }

    @Override
    public Optional<String> hint() {
        return Optional.of("form.hint.body");
    }

    @Override
    public Content draw(Drawing drawing) {
        return Drawing.content(out -> JtebodyGenerated.render(out, Page.PLAIN, drawing));
    }
}

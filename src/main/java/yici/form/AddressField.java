package yici.form;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.Optional;
import yici.kit.Masked;
import yici.kit.Page;
import yici.kit.View;

/** A postal or registered address in one piece, from the province to the door. */
record AddressField(DataElement element) implements Field {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 200;

    @Override
    public Verdict check(String raw, LocalDate today) {
        String text = Typed.line(raw);
        if (text.codePointCount(0, text.length()) < SHORTEST) return Verdict.refused("address.short", SHORTEST);
        return TextField.check(raw, LONGEST);
    }

    /** Province and city may be seen, the door may not. */
    @Override
    public String masked(String value, View view) {
        return Masked.keep(value, 6, 0);
    }

    @Override
    public Optional<String> hint() {
        return Optional.of("form.hint.address");
    }

    String autocomplete() {
        return element.key().matches("(delivery|residence|contact)Address|address") ? "street-address" : "off";
    }

    @Override
    public Content draw(Drawing drawing) {
        return Drawing.content(out -> JteaddressGenerated.render(out, Page.PLAIN, this, drawing));
    }
}

package yici.form;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.Optional;
import yici.kit.CreditCode;
import yici.kit.Page;

/** The unified social credit code of a firm or other organisation (GB 32100). */
record CreditCodeField(DataElement element) implements Field {

    @Override
    public Verdict check(String raw, LocalDate today) {
        return switch (CreditCode.read(raw)) {
            case CreditCode.Reading.Good(var code) -> new Verdict.Accepted(code);
            case CreditCode.Reading.Flawed(var flaw) ->
                flaw == CreditCode.Flaw.EMPTY
                        ? new Verdict.Accepted("")
                        : Verdict.refused("credit." + flaw, Typed.compact(raw).length());
        };
    }

    @Override
    public Optional<String> hint() {
        return Optional.of("form.hint.creditCode");
    }

    @Override
    public Content draw(Drawing drawing) {
        return Drawing.content(out -> JtecreditCodeGenerated.render(out, Page.PLAIN, drawing));
    }
}

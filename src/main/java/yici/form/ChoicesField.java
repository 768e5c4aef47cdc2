package yici.form;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import yici.kit.Page;
import yici.kit.View;

/** Any number of the element's options; the canonical text has them in the element's order, each once. */
record ChoicesField(DataElement element) implements Field {

    @Override
    public String read(Posted posted) {
        return posted.all(element.key()).stream()
                .filter(code -> !code.isBlank())
                .collect(Collectors.joining(","));
    }

    @Override
    public Verdict check(String raw, LocalDate today) {
        var chosen = codes(raw);
        var known = element.options().stream().map(Option::code).toList();
        if (!known.containsAll(chosen)) return Verdict.refused("choice");
        return new Verdict.Accepted(known.stream().filter(chosen::contains).collect(Collectors.joining(",")));
    }

    static List<String> codes(String raw) {
        return Arrays.stream(raw.split(","))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toList();
    }

    @Override
    public String missing() {
        return "unchosen.any";
    }

    @Override
    public String display(String value, View view) {
        return codes(value).stream()
                .map(code -> ChoiceField.in(element.options(), code)
                        .map(option -> view.t(option.label()))
                        .orElse(code))
                .collect(Collectors.joining(view.t("form.list")));
    }

    @Override
    public Optional<String> hint() {
        return Optional.of("form.hint.choices");
    }

    @Override
    public Content draw(Drawing drawing) {
        return Drawing.content(out -> JtechoicesGenerated.render(out, Page.PLAIN, this, drawing));
    }
}

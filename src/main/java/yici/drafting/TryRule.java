package yici.drafting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import yici.form.Checked;
import yici.form.DataElement;
import yici.form.Feel;
import yici.form.FieldError;
import yici.form.Form;
import yici.form.Questions;
import yici.form.Rule;
import yici.kit.View;

/** Says a rule in plain words and judges it by answers picked on the page, as an application would be judged. */
@Component
class TryRule {

    private final Clock clock;

    TryRule(Clock clock) {
        this.clock = clock;
    }

    /** What it says; no answers yet. Any other field is shown as it is. */
    FieldView show(View view, FieldView page) {
        return page.field().kind() == Field.Kind.RULE ? with(view, page, Map.of()) : page;
    }

    /** @param posted the answers, among whatever else the page sends */
    FieldView with(View view, FieldView page, Map<String, String[]> posted) {
        var elements = page.guide().elements();
        var typed = page.typed("value").strip();
        if (typed.isEmpty()) return page.with(nothing(elements));
        return switch (Feel.read(typed, elements)) {
            case Feel.Reading.Refused refused -> {
                var flawed = new FieldView.Flawed("value", new Wrong.NotFeel(refused));
                yield page.typed(page.typed(), Optional.of(flawed), page.overtaken())
                        .with(nothing(elements));
            }
            case Feel.Reading.Read(var rule) -> page.with(trial(view, rule, elements, posted));
        };
    }

    private static RuleTrial nothing(List<DataElement> elements) {
        return new RuleTrial("", Questions.of(List.of(), Map.of()), Optional.empty(), elements);
    }

    private RuleTrial trial(View view, Rule rule, List<DataElement> elements, Map<String, String[]> posted) {
        var asked = rule.asks(elements);
        var raw = Form.read(asked, posted);
        var tried = posted.containsKey("try");
        var errors = new HashMap<String, FieldError>();
        var answers = new HashMap<String, String>();
        for (var element : asked)
            switch (Form.check(List.of(element), raw, clock)) {
                case Checked.Complete(var good) -> answers.putAll(good);
                case Checked.Incomplete(var wrong) -> errors.putAll(wrong);
            }
        var questions = Questions.of(asked, raw).with(Map.copyOf(errors));
        var outcome = tried && errors.isEmpty()
                ? Optional.of(outcome(view, rule, elements, answers))
                : Optional.<RuleTrial.Outcome>empty();
        return new RuleTrial(rule.words(view, elements), questions, outcome, elements);
    }

    private RuleTrial.Outcome outcome(View view, Rule rule, List<DataElement> elements, Map<String, String> answers) {
        return switch (rule.judge(answers, LocalDate.ofInstant(clock.instant(), View.ZONE))) {
            case Rule.Outcome.Met() -> new RuleTrial.Outcome(view.t("drafting.try.met"), "green", "");
            case Rule.Outcome.NotMet(var first) ->
                new RuleTrial.Outcome(view.t("drafting.try.not-met"), "red", first.words(view, elements));
            case Rule.Outcome.Unknown(var lacking) ->
                new RuleTrial.Outcome(
                        view.t("drafting.try.unknown"),
                        "grey",
                        view.t("drafting.try.lacks", names(view, elements, lacking)));
        };
    }

    private static String names(View view, List<DataElement> elements, List<String> keys) {
        return keys.stream()
                .map(key -> elements.stream()
                        .filter(e -> e.key().equals(key))
                        .findFirst()
                        .map(e -> view.t(e.label()))
                        .orElse(key))
                .collect(Collectors.joining(view.t("catalogue.comma")));
    }
}

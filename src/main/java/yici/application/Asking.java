package yici.application;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yici.catalogue.Guide;
import yici.catalogue.Guide.Choice;
import yici.catalogue.Guide.Effect;
import yici.catalogue.Guide.Question;
import yici.catalogue.Guide.QuestionType;
import yici.catalogue.Offer;
import yici.kit.Translated;

/**
 * One scenario question as a page shows it.
 *
 * @param number counted from 1 among the questions that matter with the answers so far
 * @param total the most there can be, whatever is answered to this one
 * @param certain whether it is so many whatever is answered to this one
 * @param missing true when "continue" was pressed without an answer
 */
record Asking(
        Offer.Offered offer,
        Question question,
        ScenarioAnswers answers,
        int number,
        int total,
        boolean certain,
        boolean missing) {

    /** What a question decides, and over what. */
    enum Decides {
        ITEMS,
        EVIDENCE,
        CONDITIONS,
        PROCEDURE,
        FORM
    }

    static Asking of(Offer.Offered offer, Question question, ScenarioAnswers answers, boolean missing) {
        var guide = offer.edition().guide();
        int place = ScenarioQuestions.toAsk(guide, answers).indexOf(question);
        var totals = question.choices().stream()
                .mapToInt(choice -> ScenarioQuestions.toAsk(guide, answers.with(question.key(), List.of(choice.key())))
                        .size())
                .summaryStatistics();
        int most = Math.max(totals.getMax(), 1);
        return new Asking(offer, question, answers, Math.max(place, 0) + 1, most, totals.getMin() >= most, missing);
    }

    Guide guide() {
        return offer.edition().guide();
    }

    boolean several() {
        return question.type() == QuestionType.MULTI;
    }

    boolean mayBeNone() {
        return ScenarioQuestions.least(guide(), question) == 0;
    }

    boolean isChosen(Choice choice) {
        return answers.of(question.key()).contains(choice.key());
    }

    /** The answers to the other questions, which travel on in hidden fields. */
    Map<String, List<String>> others() {
        return answers.without(question.key()).chosen();
    }

    /** The question before this one, or the guide. */
    String back() {
        var base = "/events/" + guide().code();
        var toAsk = ScenarioQuestions.toAsk(guide(), answers);
        int place = toAsk.indexOf(question);
        if (place <= 0) return base;
        return base + "/ask/" + toAsk.get(place - 1).key() + query();
    }

    private String query() {
        var query = answers.asQuery();
        return query.isEmpty() ? "" : "?" + query;
    }

    /** Why the question is asked: what its answers decide, with the names of what they touch. */
    Map<Decides, Set<Translated>> why() {
        var why = new EnumMap<Decides, Set<Translated>>(Decides.class);
        for (var choice : question.choices())
            for (var effect : choice.effects())
                decides(effect)
                        .ifPresent(d -> why.computeIfAbsent(d, _ -> new LinkedHashSet<>())
                                .addAll(touched(effect)));
        return why;
    }

    private static Optional<Decides> decides(Effect effect) {
        return switch (effect.kind()) {
            case INCLUDE_ITEM, EXCLUDE_ITEM -> Optional.of(Decides.ITEMS);
            case REQUIRE_MATERIAL, WAIVE_MATERIAL, REQUIRE_NOTE -> Optional.of(Decides.EVIDENCE);
            case FAIL_CONDITION, CHECK_CONDITION -> Optional.of(Decides.CONDITIONS);
            case SWITCH_PATH,
                    REPEAT_CASE,
                    START_PUBLIC_NOTICE,
                    BLOCK_UNTIL,
                    FORCE_OFFLINE,
                    SCHEDULE_JOINT_VISIT,
                    LINK_EARLIER_CASE -> Optional.of(Decides.PROCEDURE);
            case SET_FIELD -> Optional.of(Decides.FORM);
            case FALLBACK_SINGLE_ITEMS -> Optional.empty();
        };
    }

    private List<Translated> touched(Effect effect) {
        var names = new ArrayList<Translated>();
        var ref = effect.ref();
        guide().items().stream().filter(i -> i.key().equals(ref)).forEach(i -> names.add(i.name()));
        guide().groups().stream().filter(g -> g.key().equals(ref)).forEach(g -> names.add(g.label()));
        guide().evidence().stream().filter(e -> e.key().equals(ref)).forEach(e -> names.add(e.name()));
        guide().elements().stream().filter(e -> e.key().equals(ref)).forEach(e -> names.add(e.label()));
        guide().conditions().stream()
                .filter(c -> c.key().equals(ref))
                .forEach(c -> names.add(c.title().orElse(c.text())));
        return names;
    }
}

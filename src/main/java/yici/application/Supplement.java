package yici.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yici.application.Plan.Edge;
import yici.application.Plan.PlannedEvidence;
import yici.application.Plan.Todo;
import yici.catalogue.Guide;
import yici.catalogue.Guide.Choice;
import yici.catalogue.Guide.EffectKind;
import yici.catalogue.Guide.Question;
import yici.catalogue.Guide.QuestionType;

/**
 * Adding items to an application: what the further answers come to, beyond what was applied for already. Pure, like {@link Resolve}.
 *
 * @param scenario the application's answers with the further ones
 * @param whole the plan of all these answers
 * @param items the new items, in an order in which each comes after those it waits for
 */
record Supplement(Guide guide, Application application, ScenarioAnswers scenario, Plan whole, List<String> items) {

    static Supplement of(Guide guide, Application application, ScenarioAnswers further) {
        var scenario = application.scenario();
        for (var question : guide.questions())
            if (question.type() == QuestionType.MULTI || !scenario.answered(question.key()))
                scenario = scenario.with(question.key(), together(question, scenario, further));
            else if (adds(guide, application, question).stream().anyMatch(c -> chosen(further, question, c)))
                scenario = scenario.with(question.key(), further.of(question.key()));
        var relevant = ScenarioQuestions.relevant(guide, scenario);
        var whole = Resolve.resolve(guide, relevant);
        var items = whole.items().stream()
                .filter(i -> !application.plan().items().contains(i))
                .toList();
        return new Supplement(guide, application, relevant, whole, items);
    }

    private static List<String> together(Question question, ScenarioAnswers before, ScenarioAnswers further) {
        return question.choices().stream()
                .map(Choice::key)
                .filter(c -> before.of(question.key()).contains(c)
                        || further.of(question.key()).contains(c))
                .toList();
    }

    private static boolean chosen(ScenarioAnswers answers, Question question, Choice choice) {
        return answers.of(question.key()).contains(choice.key());
    }

    /** The choices of a question that would bring items nobody has applied for: those of groups that take any number of members. */
    static List<Choice> adds(Guide guide, Application application, Question question) {
        return question.choices().stream()
                .filter(c -> !application.scenario().of(question.key()).contains(c.key()))
                .filter(c -> c.effects().stream()
                        .anyMatch(e -> e.kind() == EffectKind.INCLUDE_ITEM && isFree(guide, application, e.ref())))
                .toList();
    }

    private static boolean isFree(Guide guide, Application application, String item) {
        return !application.plan().items().contains(item)
                && guide.groups().stream()
                        .anyMatch(g ->
                                g.rule() == Guide.GroupRule.ANY_OF && g.items().contains(item));
    }

    static boolean possible(Guide guide, Application application) {
        return guide.questions().stream()
                .anyMatch(q -> !adds(guide, application, q).isEmpty());
    }

    /** Items that were applied for and that the further answers would rule out. */
    List<String> lost() {
        return application.plan().items().stream()
                .filter(i -> !whole.items().contains(i))
                .toList();
    }

    /** What is still to be asked and handed in: what only the new items need, without what was stated and handed in before. */
    Plan plan() {
        return new Plan(
                items,
                edges(),
                added(),
                evidence(),
                neededByNew(whole.asked()).stream()
                        .filter(e -> !application.plan().asked().contains(e))
                        .filter(e -> application.answers().getOrDefault(e, "").isBlank())
                        .toList(),
                neededByNew(whole.handedOver()),
                whole.preset(),
                whole.failed(),
                whole.impossible(),
                toCheck(),
                whole.fallback(),
                whole.hints());
    }

    private List<String> neededByNew(List<String> elements) {
        return guide.elements().stream()
                .filter(e -> elements.contains(e.key()))
                .filter(e -> e.neededBy().stream().anyMatch(items::contains))
                .map(e -> e.key())
                .toList();
    }

    private List<PlannedEvidence> evidence() {
        var given = application.evidence().stream()
                .map(Application.Supplied::evidence)
                .toList();
        return whole.evidence().stream()
                .filter(e -> e.usedBy().stream().anyMatch(items::contains))
                .filter(e -> e.todo() == Todo.WAIVED || !given.contains(e.key()))
                .filter(e -> application.plan().promised().stream()
                        .noneMatch(p -> p.key().equals(e.key())))
                .toList();
    }

    /** Conditions of the whole life event were judged when the application was made. */
    private List<String> toCheck() {
        return guide.conditions().stream()
                .filter(c -> whole.toCheck().contains(c.key()))
                .filter(c -> c.appliesTo().stream().anyMatch(items::contains))
                .map(Guide.Condition::key)
                .toList();
    }

    /** No old item waits for a new one: it may be done long since. */
    private List<Edge> edges() {
        return whole.edges().stream().filter(e -> items.contains(e.to())).toList();
    }

    private Map<String, String> added() {
        var added = new LinkedHashMap<>(whole.added());
        added.keySet().retainAll(Set.copyOf(items));
        return added;
    }

    /**
     * The plan the application has from now on; the old items keep their places, and what was owed was owed.
     *
     * @param added {@link #plan} with what its draft hands in later
     */
    Plan joined(Plan added) {
        var before = application.plan();
        var promised = Stream.concat(before.promised().stream(), added.promised().stream())
                .map(PlannedEvidence::key)
                .collect(Collectors.toSet());
        var owed = Stream.concat(before.owed().stream(), added.owed().stream())
                .map(PlannedEvidence::key)
                .collect(Collectors.toSet());
        return new Plan(
                concat(before.items(), items),
                concat(before.edges(), edges()),
                merge(before.added(), added.added()),
                whole.promising(promised::contains).owing(owed::contains).evidence(),
                concat(before.asked(), whole.asked()),
                whole.handedOver(),
                merge(before.preset(), whole.preset()),
                List.of(),
                Map.of(),
                whole.toCheck(),
                List.of(),
                whole.hints());
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }

    private static Map<String, String> merge(Map<String, String> first, Map<String, String> second) {
        var merged = new LinkedHashMap<>(first);
        merged.putAll(second);
        return merged;
    }

    /** The application with the new items. */
    Application extended(
            Plan added,
            Map<String, String> answers,
            Map<String, Application.Source> sources,
            List<Application.Supplied> files) {
        var allAnswers = merge(application.answers(), answers);
        var allSources = new LinkedHashMap<>(application.sources());
        allSources.putAll(sources);
        var allFiles = new ArrayList<>(application.evidence());
        allFiles.addAll(files);
        return new Application(
                application.id(),
                application.number(),
                application.lifeEvent(),
                application.edition(),
                application.area(),
                application.filedFrom(),
                application.applicant(),
                application.applicantName(),
                scenario,
                joined(added),
                allAnswers,
                allSources,
                List.copyOf(allFiles),
                application.submittedAt(),
                application.agent());
    }
}

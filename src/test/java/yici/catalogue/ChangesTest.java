package yici.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ChangesTest {

    private static final String STANDARD = """
            {"jointLimit": {"value": 20, "unit": "WORKING_DAY"},
             "items": [{"key": "a", "name": {"texts": {"ZH": "甲"}}, "days": 5}, {"key": "b", "name": {"texts": {"ZH": "乙"}}, "days": 7}],
             "departments": ["health", "police"],
             "note": null}
            """;

    @Test
    void another_order_is_no_difference() {
        var own = change("""
                {"items": [{"key": "b", "name": {"texts": {"ZH": "乙"}}, "days": 7}, {"key": "a", "name": {"texts": {"ZH": "甲"}}, "days": 5}],
                 "departments": ["police", "health"]}
                """);

        assertThat(Changes.between(standard(), own)).isEmpty();
    }

    @Test
    void a_member_of_a_list_is_found_by_its_key_and_its_fields_differ_one_by_one() {
        var own = change("""
                {"items": [{"key": "b", "name": {"texts": {"ZH": "乙"}}, "days": 3}, {"key": "a", "name": {"texts": {"ZH": "甲"}}, "days": 5}]}
                """);

        assertThat(Changes.between(standard(), own)).extracting(Change::field).containsExactly("items/b/days");
    }

    @Test
    void a_limit_and_a_text_are_said_as_one() {
        var own = change("""
                {"jointLimit": {"value": 15, "unit": "WORKING_DAY"}}
                """);

        assertThat(Changes.between(standard(), own)).extracting(Change::field).containsExactly("jointLimit");
    }

    @Test
    void what_is_null_is_not_there() {
        var own = (ObjectNode) standard().deepCopy();
        own.remove("note");

        assertThat(Changes.between(standard(), own)).isEmpty();
    }

    @Test
    void differences_are_kept_when_the_standard_changes_elsewhere() {
        var days =
                changes("{\"items\": [{\"key\": \"b\", \"name\": {\"texts\": {\"ZH\": \"乙\"}}, \"days\": 3}]}").stream()
                        .filter(c -> c.field().equals("items/b/days"))
                        .toList();
        var next = change("""
                {"jointLimit": {"value": 10, "unit": "WORKING_DAY"}}
                """);

        var outcome = (Changes.Outcome.Applied) Changes.apply(next, days);

        assertThat(outcome.content().path("items").get(1).path("days").asInt()).isEqualTo(3);
        assertThat(outcome.content().path("jointLimit").path("value").asInt()).isEqualTo(10);
        assertThat(outcome.kept()).isEqualTo(days);
    }

    @Test
    void where_both_have_changed_the_same_it_is_a_conflict_that_names_all_three_values() {
        var mine = changes("{\"jointLimit\": {\"value\": 15, \"unit\": \"WORKING_DAY\"}}");
        var next = change("{\"jointLimit\": {\"value\": 10, \"unit\": \"WORKING_DAY\"}}");

        var outcome = (Changes.Outcome.Conflicting) Changes.apply(next, mine);

        var conflict = outcome.conflicts().getFirst();
        assertThat(conflict.change().was().orElseThrow().path("value").asInt()).isEqualTo(20);
        assertThat(conflict.change().now().orElseThrow().path("value").asInt()).isEqualTo(15);
        assertThat(conflict.stands().orElseThrow().path("value").asInt()).isEqualTo(10);
    }

    @Test
    void a_difference_the_standard_has_taken_over_is_none_any_more() {
        var mine = changes("{\"jointLimit\": {\"value\": 15, \"unit\": \"WORKING_DAY\"}}");

        var outcome = (Changes.Outcome.Applied)
                Changes.apply(change("{\"jointLimit\": {\"value\": 15, \"unit\": \"WORKING_DAY\"}}"), mine);

        assertThat(outcome.kept()).isEmpty();
    }

    @Test
    void a_change_of_something_the_standard_has_given_up_is_a_conflict() {
        var days = List.of(new Change(
                List.of("items", "b", "days"),
                Optional.of(GuideJson.tree("7")),
                Optional.of(GuideJson.tree("3")),
                "near"));
        var next = change("{\"items\": []}");

        var outcome = (Changes.Outcome.Conflicting) Changes.apply(next, days);

        assertThat(outcome.conflicts().getFirst().stands()).isEmpty();
    }

    @Property(tries = 200)
    void what_differs_carried_over_to_the_base_gives_the_other_text(@ForAll long seed) {
        var random = new Random(seed);
        var base = GuideJson.tree(Sample.theme("43PCN0009").standard());
        var own = scrambled(base.deepCopy(), random);

        var outcome = (Changes.Outcome.Applied) Changes.apply(base, Changes.between(base, own));

        assertThat(Changes.between(own, outcome.content())).isEmpty();
    }

    @Property(tries = 100)
    void the_order_in_which_two_sets_of_changes_that_do_not_meet_are_made_makes_no_difference(@ForAll long seed) {
        var base = GuideJson.tree(Sample.theme("43PCN0009").standard());
        var mine = Changes.between(base, scrambled(base.deepCopy(), new Random(seed)));
        var theirs = scrambled(base.deepCopy(), new Random(seed + 1));

        switch (Changes.apply(theirs, mine)) {
            case Changes.Outcome.Applied(var both, var _) -> {
                var first = ((Changes.Outcome.Applied) Changes.apply(base, mine)).content();
                // who leaves out the whole of what the other has only changed is asked, the other way round nobody is
                if (Changes.apply(first, Changes.between(base, theirs))
                        instanceof Changes.Outcome.Applied(var other, var _))
                    assertThat(Changes.between(both, other)).isEmpty();
            }
            case Changes.Outcome.Conflicting(var conflicts) ->
                assertThat(conflicts)
                        .allSatisfy(c ->
                                assertThat(c.stands()).isNotEqualTo(c.change().was()));
        }
    }

    /** Some numbers other, some members gone, everything in another order. */
    private static JsonNode scrambled(JsonNode node, Random random) {
        if (node instanceof ObjectNode object)
            for (var name : List.copyOf(object.propertyNames())) {
                var value = object.get(name);
                if (value.isIntegralNumber() && !name.equals("number") && random.nextInt(10) == 0)
                    object.put(name, random.nextInt(100));
                else scrambled(value, random);
            }
        if (node instanceof ArrayNode list) {
            var members = new ArrayList<JsonNode>();
            list.forEach(members::add);
            members.forEach(member -> scrambled(member, random));
            if (members.size() > 1 && random.nextInt(10) == 0) members.removeLast();
            if (list.size() > 0 && !list.get(0).isString()) Collections.shuffle(members, random);
            list.removeAll();
            members.forEach(list::add);
        }
        return node;
    }

    private static List<Change> changes(String fields) {
        return Changes.between(standard(), change(fields));
    }

    private static JsonNode change(String fields) {
        var own = (ObjectNode) standard().deepCopy();
        GuideJson.tree(fields).properties().forEach(field -> own.set(field.getKey(), field.getValue()));
        return own;
    }

    private static JsonNode standard() {
        return GuideJson.tree(STANDARD);
    }
}

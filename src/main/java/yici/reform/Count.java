package yici.reform;

import java.util.HashMap;
import java.util.List;
import yici.application.Fullest;
import yici.application.Plan;
import yici.application.Plan.Todo;
import yici.catalogue.Guide;
import yici.catalogue.Guide.EffectKind;
import yici.form.DataElement;

/**
 * Counts a guide twice, for the fullest matter there is in it: every service by itself at its own counter, one after the other; and all of them
 * as the guide handles them, in one go. Nothing but the guide goes into it, so an edition always counts the same.
 */
final class Count {

    /** @param apart each service for itself; @param together in one go */
    record Both(Figures apart, Figures together) {}

    private static final int HOURS_OF_A_DAY = 8;
    private static final int WORKING_DAYS_OF_A_MONTH = 21;
    private static final int WORKING_DAYS_OF_A_YEAR = 250;

    private final Guide guide;
    private final Plan plan;

    private Count(Guide guide, Plan plan) {
        this.guide = guide;
        this.plan = plan;
    }

    static Both of(Guide guide) {
        return of(guide, Fullest.of(guide));
    }

    static Both of(Guide guide, Plan plan) {
        var count = new Count(guide, plan);
        return new Both(count.apart(), count.together());
    }

    private List<Guide.Item> items() {
        return plan.items().stream().map(guide::item).toList();
    }

    /** Each counter wants its own copy of everything it needs, has its own form, and begins when the one before is done. */
    private Figures apart() {
        int evidence = plan.evidence().stream()
                .filter(e -> e.todo() != Todo.OPTIONAL)
                .mapToInt(e -> e.usedBy().size())
                .sum();
        int days =
                items().stream().mapToInt(item -> workingDays(item.promised())).sum();
        int trips = (int) items().stream()
                .filter(item -> item.nodeType() != Guide.NodeType.NOTICE)
                .count();
        int fields = items().stream().mapToInt(item -> needed(item.key())).sum();
        return new Figures(evidence, days, trips, plan.items().size(), fields);
    }

    private int needed(String item) {
        return (int) guide.elements().stream()
                .filter(element -> element.neededBy().contains(item))
                .count();
    }

    private Figures together() {
        int evidence = (int)
                plan.evidence().stream().filter(e -> e.todo() == Todo.SUPPLY).count();
        int trips = (int) items().stream()
                .filter(item -> item.presence() != Guide.Presence.NONE || isOffline(item))
                .count();
        int offline = (int) items().stream().filter(this::isOffline).count();
        int online = plan.items().size() > offline ? 1 : 0;
        return new Figures(evidence, days(), trips, online + offline, typed());
    }

    /** Where the whole is promised sooner than its longest way, the way is believed. */
    private int days() {
        var done = new HashMap<String, Integer>();
        int longest = 0;
        // in the plan's order each item comes after those it waits for
        for (var item : items()) {
            int begins = plan.edges().stream()
                    .filter(edge -> edge.to().equals(item.key()))
                    .mapToInt(edge -> done.getOrDefault(edge.from(), 0))
                    .max()
                    .orElse(0);
            int ends = begins + workingDays(item.promised());
            done.put(item.key(), ends);
            longest = Math.max(longest, ends);
        }
        return Math.max(longest, workingDays(guide.jointLimit()));
    }

    /** What no account and no register knows. */
    private int typed() {
        return (int) guide.elements().stream()
                .filter(element -> plan.asked().contains(element.key()))
                .filter(element -> element.origin() == DataElement.Origin.ASKED)
                .count();
    }

    private boolean isOffline(Guide.Item item) {
        return plan.hints().contains(new Plan.Hint(EffectKind.FORCE_OFFLINE, item.key(), ""));
    }

    static int workingDays(Guide.Limit limit) {
        int value = limit.value();
        return switch (limit.unit()) {
            case WORKING_DAY -> value;
            case DAY -> Math.ceilDiv(value * 5, 7);
            case HOUR -> Math.ceilDiv(value, HOURS_OF_A_DAY);
            case MONTH -> value * WORKING_DAYS_OF_A_MONTH;
            case YEAR -> value * WORKING_DAYS_OF_A_YEAR;
        };
    }
}

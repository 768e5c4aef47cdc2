package yici.casework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yici.kit.State;
import yici.kit.Translated;
import yici.kit.View;

/**
 * What the desk's page shows.
 *
 * @param decidesGuardianships whether the officer's bodies know families
 * @param asked what was typed into the search box; empty shows a pile
 * @param items choices of the filter, by key
 * @param item the chosen one; empty for all
 * @param watch the level of supervision chosen; empty for all
 * @param objections cases with objections that wait for an answer; on the first page of a pile
 * @param next the address of the next page; empty on the last
 */
record Desk(
        View view,
        Clocks clocks,
        List<Translated> bodies,
        boolean decidesGuardianships,
        Inbox.Pile pile,
        Map<Inbox.Pile, Integer> counts,
        String asked,
        Map<String, Translated> items,
        String item,
        Optional<Watched> watch,
        List<Objections.Waiting> objections,
        List<Inbox.Line> lines,
        boolean first,
        String next) {

    String count(Inbox.Pile pile) {
        int count = counts.getOrDefault(pile, 0);
        return count >= Inbox.COUNTED ? (Inbox.COUNTED - 1) + "+" : "" + count;
    }

    static State state(Inbox.Line line) {
        return MatterView.state(line.state());
    }

    /** In words, beside the date; empty while nothing runs. */
    String left(Inbox.Line line) {
        if (line.state().standsStill()) return "";
        return DueWords.words(line.dueOn(), line.area(), clocks, view);
    }

    boolean overdue(Inbox.Line line) {
        return !line.state().standsStill() && clocks.today().isAfter(line.dueOn());
    }

    /** Until when silence means acceptance: for what has not been looked through yet. */
    Optional<String> acceptBy(Inbox.Line line) {
        return line.acceptBy()
                .map(by ->
                        view.t("casework.desk.acceptBy", view.date(by), DueWords.words(by, line.area(), clocks, view)));
    }

    /** Who has it open now. */
    Optional<String> holder(Inbox.Line line) {
        return line.lease()
                .filter(l -> l.until().isAfter(clocks.now()))
                .map(l -> view.t("casework.desk.holder", l.name()));
    }

    /** How supervision sees it today. */
    Watched watched(Inbox.Line line) {
        return Watched.of(line, clocks.today());
    }

    /** The levels this pile can be filtered by: nothing runs where a case waits for another, or is decided. */
    List<Watched> levels() {
        return pile == Inbox.Pile.WAITING || pile == Inbox.Pile.DECIDED
                ? List.of()
                : List.of(Watched.WARNING, Watched.YELLOW, Watched.RED, Watched.STANDS);
    }

    /** The same filters on another pile. */
    String address(Inbox.Pile to) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("pile", to.name().toLowerCase(java.util.Locale.ROOT));
        parameters.put("item", item);
        parameters.put("watch", watch.map(Watched::key).orElse(""));
        return address(parameters);
    }

    static String address(Map<String, String> parameters) {
        var said = new LinkedHashMap<>(parameters);
        said.values().removeIf(String::isEmpty);
        return said.entrySet().stream()
                .map(e -> e.getKey() + "="
                        + java.net.URLEncoder.encode(e.getValue(), java.nio.charset.StandardCharsets.UTF_8))
                .collect(java.util.stream.Collectors.joining("&", "/desk?", ""));
    }
}

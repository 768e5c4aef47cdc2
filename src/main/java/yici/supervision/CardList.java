package yici.supervision;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import yici.kit.Translated;

/**
 * What a page of cards shows, for officers and administrators.
 *
 * @param path where the page is: /desk/cards or /admin/cards
 * @param lines each card with the names that belong to it
 * @param counts by body; empty on the desk
 * @param note a key of what was just done; empty for nothing
 * @param typed what was sent and not taken
 */
record CardList(
        String path,
        List<Line> lines,
        Cards.Filter filter,
        List<CountLine> counts,
        boolean first,
        Optional<Cards.Place> after,
        String note,
        Optional<Typed> typed) {

    /** @param mayExplain this person answers for the body; {@code maySettle} governs the area */
    record Line(Card card, Translated body, Translated clock, boolean mayExplain, boolean maySettle) {}

    record CountLine(Cards.Count count, Translated body) {}

    /** @param deed explain or settle; {@code problem} is a key of what is wrong with it */
    record Typed(UUID card, String deed, String text, String problem) {

        boolean isFlawed() {
            return problem.startsWith("supervision.flaw.");
        }

        /** Where on the page it is put right. */
        String field() {
            return (isFlawed() ? deed : "card") + "-" + card;
        }
    }

    boolean ofAdministrator() {
        return path.startsWith("/admin");
    }

    Optional<Typed> typed(Card card, String deed) {
        return typed.filter(t -> t.card().equals(card.id()) && t.deed().equals(deed) && t.isFlawed());
    }

    /** The address of the next page; empty on the last. */
    String next() {
        return after.map(place -> address(place.text())).orElse("");
    }

    String begin() {
        return address("");
    }

    private String address(String place) {
        var said = new LinkedHashMap<String, String>();
        filter.state().ifPresent(s -> said.put("state", s.key()));
        filter.level().ifPresent(l -> said.put("level", l.key()));
        filter.body().ifPresent(b -> said.put("body", b));
        said.put("after", place);
        return said.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(CardList::pair)
                .collect(Collectors.joining("&", path + "?", ""));
    }

    private static String pair(Map.Entry<String, String> said) {
        return said.getKey() + "=" + URLEncoder.encode(said.getValue(), StandardCharsets.UTF_8);
    }
}

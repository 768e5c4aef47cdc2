package yici.rehearsal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import yici.application.WouldHave;
import yici.catalogue.AreaVariants;
import yici.catalogue.Catalogue;

/** What each area reads on a day without the draft, and what with it. One for each run; not shared among threads. */
final class Texts {

    /** @param after empty where the area would read the same, or could not follow */
    record Pair(WouldHave before, Optional<WouldHave> after) {}

    private final Catalogue catalogue;
    private final AreaVariants variants;
    private final AreaVariants.Ground ground;
    private final JsonNode tried;
    private final String draftArea;
    private final LocalDate day;
    private final Map<String, Pair> byArea = new HashMap<>();
    private final Map<Object, WouldHave> byText = new HashMap<>();

    Texts(
            Catalogue catalogue,
            AreaVariants variants,
            AreaVariants.Ground ground,
            JsonNode tried,
            String draftArea,
            LocalDate day) {
        this.catalogue = catalogue;
        this.variants = variants;
        this.ground = ground;
        this.tried = tried;
        this.draftArea = draftArea;
        this.day = day;
    }

    Pair of(String area) {
        return byArea.computeIfAbsent(area, this::read);
    }

    private Pair read(String area) {
        var edition =
                catalogue.offer(ground.lifeEvent(), area, day).orElseThrow().edition();
        var before = byText.computeIfAbsent(edition.id(), _ -> new WouldHave(edition.guide()));
        var after = variants.foreseen(ground, tried, draftArea, area, day)
                .map(text -> byText.computeIfAbsent(text, _ -> new WouldHave(variants.read(text))));
        return new Pair(before, after);
    }
}

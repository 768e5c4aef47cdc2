package yici.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import yici.catalogue.PublishEdition.Publication;
import yici.kit.NotFound;

/** What an area has of its own in a life event: made, changed, and given up for what the level above has. */
@Component
public class AreaVariants {

    /**
     * What an area's own text starts from on a day.
     *
     * @param variant of the area itself, there or to be made; {@code std} for the province
     * @param follows what it inherits from; the standard inherits from its own edition of before
     * @param base edition its differences are told against
     * @param changes its differences now; none while it has nothing of its own
     */
    public record Ground(String lifeEvent, String variant, String follows, EditionHead base, List<Change> changes) {
        public boolean isStandard() {
            return variant.equals(Variant.STANDARD);
        }
    }

    private final Catalogue catalogue;
    private final PublishEdition publish;
    private final Editions editions;
    private final Contents contents;
    private final LifeEvents lifeEvents;
    private final Inheritance inheritance;
    private final Revision revision;
    private final yici.jurisdiction.Areas areas;

    AreaVariants(
            Catalogue catalogue,
            PublishEdition publish,
            Editions editions,
            Contents contents,
            LifeEvents lifeEvents,
            Inheritance inheritance,
            Revision revision,
            yici.jurisdiction.Areas areas) {
        this.catalogue = catalogue;
        this.publish = publish;
        this.editions = editions;
        this.contents = contents;
        this.lifeEvents = lifeEvents;
        this.inheritance = inheritance;
        this.revision = revision;
        this.areas = areas;
    }

    /** @throws NotFound when the area offers no such life event on that day */
    public Ground ground(String lifeEvent, String area, LocalDate day) {
        var code = areas.get(area).code();
        if (code.equals(areas.province().code())) return standard(lifeEvent, day);
        var key = key(code);
        if (!isItsOwn(lifeEvent, code, day)) return followed(lifeEvent, code, key, day);
        var own = editions.inForce(lifeEvent, key, day);
        var parent = lifeEvents.parent(lifeEvent, key);
        return new Ground(
                lifeEvent,
                key,
                parent,
                inForce(lifeEvent, parent, day),
                own.map(edition -> contents.find(edition.id()).changes()).orElseGet(List::of));
    }

    private Ground standard(String lifeEvent, LocalDate day) {
        return new Ground(
                lifeEvent, Variant.STANDARD, Variant.STANDARD, inForce(lifeEvent, Variant.STANDARD, day), List.of());
    }

    private Ground followed(String lifeEvent, String area, String key, LocalDate day) {
        var edition = catalogue
                .offer(lifeEvent, area, day)
                .orElseThrow(() -> new NotFound("life event " + lifeEvent))
                .edition();
        return new Ground(lifeEvent, key, edition.variant(), inForce(lifeEvent, edition.variant(), day), List.of());
    }

    private EditionHead inForce(String lifeEvent, String variant, LocalDate day) {
        return editions.inForce(lifeEvent, variant, day)
                .orElseThrow(() -> new NotFound("life event " + lifeEvent + " on " + day));
    }

    /** Whether the area has, on that day, a text made on its own pages. */
    public boolean isItsOwn(String lifeEvent, String area, LocalDate day) {
        return lifeEvents.ownVariant(lifeEvent, area, day).equals(Optional.of(key(area)));
    }

    /** Six digits where they say it all; zones have more. */
    static String key(String area) {
        return "a-" + area.replaceFirst("^(\\d{6})0{6}$", "$1");
    }

    /** The area whose own variant this is; empty for one that is shared. */
    static Optional<String> area(String key) {
        if (!key.matches("a-(\\d{6}|\\d{12})")) return Optional.empty();
        return Optional.of((key.substring(2) + "000000").substring(0, 12));
    }

    /** The whole text of an edition, by field. Not to be changed by who gets it. */
    public JsonNode text(UUID edition) {
        return contents.base(edition);
    }

    public Guide read(JsonNode text) {
        return GuideJson.read(text);
    }

    /**
     * Puts the changes in force, and gives the area the variant from that day if it had none. Whoever calls this has checked who may and
     * that a second person agrees.
     */
    @Transactional
    public Publication publish(String lifeEvent, String area, List<Change> changes, PublishEdition.Terms terms) {
        editions.hold(lifeEvent);
        var ground = ground(lifeEvent, area, terms.effectiveFrom());
        return ground.isStandard()
                ? publishStandard(ground, changes, terms)
                : publishVariant(ground, areas.get(area).code(), changes, terms);
    }

    private Publication publishStandard(Ground ground, List<Change> changes, PublishEdition.Terms terms) {
        return switch (Changes.apply(text(ground.base().id()), changes)) {
            case Changes.Outcome.Conflicting(var conflicts) -> new Publication.Conflicting(conflicts);
            case Changes.Outcome.Applied applied -> publish.standard(GuideJson.read(applied.content()), terms);
        };
    }

    private Publication publishVariant(Ground ground, String area, List<Change> changes, PublishEdition.Terms terms) {
        var lifeEvent = ground.lifeEvent();
        boolean has = isItsOwn(lifeEvent, area, terms.effectiveFrom());
        if (!has) make(ground);
        var published = publish.variant(lifeEvent, ground.variant(), changes, terms);
        switch (published) {
            case Publication.Published _, Publication.Unchanged _ -> {
                if (!has) give(lifeEvent, area, ground.variant(), terms.effectiveFrom());
            }
            case Publication.Conflicting _, Publication.Refused _ ->
                lifeEvents.forgetUnpublished(lifeEvent, ground.variant());
        }
        return published;
    }

    private void make(Ground ground) {
        if (lifeEvents.parent(ground.lifeEvent(), ground.variant()).isEmpty())
            lifeEvents.addMadeHere(new Variant(
                    ground.lifeEvent(),
                    ground.variant(),
                    Variant.Kind.CONTENT,
                    false,
                    Optional.empty(),
                    true,
                    List.of(),
                    ground.follows(),
                    ""));
        else lifeEvents.follow(ground.lifeEvent(), ground.variant(), ground.follows());
    }

    /**
     * From that day the area has again what the level above it has, in one field or in everything. It is an edition of the area's own, so that
     * its history shows who gave back what, and it follows the level above from then on. Whoever calls this has checked who may and that a
     * second person agrees.
     *
     * @param field as {@link Change#field} names it; empty for all in which the area differs
     * @throws NotFound when there is no such life event on that day, or the area is the province
     */
    @Transactional
    public Publication giveBack(String lifeEvent, String area, String field, PublishEdition.Terms terms) {
        editions.hold(lifeEvent);
        var day = terms.effectiveFrom();
        var own = offered(lifeEvent, area, day);
        if (lifeEvents.ownVariant(lifeEvent, areas.get(area).code(), day).isEmpty())
            return new Publication.Unchanged(inForce(lifeEvent, own, day));
        var code = areas.get(area).code();
        var above = areas.get(code).parent().orElseThrow(() -> new NotFound("level above " + code));
        var follows = offered(lifeEvent, above, day);
        var base = inForce(lifeEvent, follows, day);
        var kept = differences(base, inForce(lifeEvent, own, day)).stream()
                .filter(change -> !isIn(change, field))
                .toList();
        var ground = new Ground(lifeEvent, key(code), follows, base, kept);
        var followedBefore = lifeEvents.parent(lifeEvent, key(code));
        if (isItsOwn(lifeEvent, code, day)) make(ground);
        var published = publishVariant(ground, code, kept, terms);
        if (published instanceof Publication.Refused) lifeEvents.follow(lifeEvent, key(code), followedBefore);
        return published;
    }

    private String offered(String lifeEvent, String area, LocalDate day) {
        return catalogue
                .offer(lifeEvent, area, day)
                .orElseThrow(() -> new NotFound("life event " + lifeEvent))
                .edition()
                .variant();
    }

    /** Against another text than the one it inherits from; each with the reason it had. */
    private List<Change> differences(EditionHead base, EditionHead own) {
        var reasons = contents.find(own.id()).changes();
        return Changes.between(contents.base(base.id()), contents.of(own.id())).stream()
                .map(change -> change.because(reasons.stream()
                        .filter(told -> isIn(change, told.field()))
                        .map(Change::reason)
                        .findFirst()
                        .orElse("")))
                .toList();
    }

    /** The field itself, one inside it, or what it is inside of. */
    private static boolean isIn(Change change, String field) {
        return field.isEmpty()
                || change.field().equals(field)
                || change.field().startsWith(field + "/")
                || field.startsWith(change.field() + "/");
    }

    /**
     * What an area would read on a day if another text were in force where a draft is written.
     *
     * @param ground of the draft
     * @param text the whole text of the draft
     * @param area the draft's own, or one below it
     * @return empty where nothing would change: the area does not inherit from there, or could not follow
     */
    public Optional<JsonNode> foreseen(Ground ground, JsonNode text, String draftArea, String area, LocalDate day) {
        for (var level : areas.path(area).reversed()) {
            if (level.code().equals(draftArea)) return Optional.of(text);
            var own = lifeEvents.ownVariant(ground.lifeEvent(), level.code(), day);
            if (own.isPresent()) return foreseen(ground, text, own.get(), day);
        }
        return Optional.empty();
    }

    private Optional<JsonNode> foreseen(Ground ground, JsonNode text, String variant, LocalDate day) {
        if (variant.equals(ground.variant())) return Optional.of(text);
        var parent = lifeEvents.parent(ground.lifeEvent(), variant);
        if (parent.isEmpty()) return Optional.empty();
        var base = foreseen(ground, text, parent, day);
        var own = editions.inForce(ground.lifeEvent(), variant, day);
        if (base.isEmpty() || own.isEmpty()) return base;
        return Changes.apply(base.get(), contents.find(own.get().id()).changes())
                        instanceof Changes.Outcome.Applied applied
                ? Optional.of(applied.content())
                : Optional.empty();
    }

    private void give(String lifeEvent, String area, String variant, LocalDate from) {
        lifeEvents.give(lifeEvent, area, variant, from);
        revision.next();
    }

    /** Where the area's own text could not follow what it inherits from; empty when it does, or has none. */
    public Optional<Stuck> stuck(String lifeEvent, String area, LocalDate day) {
        if (!isItsOwn(lifeEvent, area, day)) return Optional.empty();
        return inheritance.stuck(lifeEvent, key(area), day);
    }
}

package yici.drafting;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import yici.catalogue.AreaVariants;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;

/** Drafts for a room above that tries them out; only those of areas the asking person governs. */
@Component
public class TriedDrafts {

    /**
     * @param version the step it stands at
     * @param over published or dropped
     * @param text the whole as it would be; empty while something is in conflict or does not hold together
     */
    public record Tried(
            UUID id,
            String lifeEvent,
            String area,
            LocalDate from,
            int version,
            boolean over,
            AreaVariants.Ground ground,
            Optional<JsonNode> text) {}

    private final GuideDrafts drafts;
    private final DraftHand hand;
    private final Policy policy;

    TriedDrafts(GuideDrafts drafts, DraftHand hand, Policy policy) {
        this.drafts = drafts;
        this.hand = hand;
        this.policy = policy;
    }

    public Optional<Tried> find(SignedIn me, UUID id) {
        return drafts.find(policy.reach(me, Deed.DRAFT_GUIDE), id).map(draft -> {
            var sheet = hand.sheet(draft);
            var day = draft.effectiveFrom().isBefore(hand.today()) ? hand.today() : draft.effectiveFrom();
            return new Tried(
                    id,
                    draft.lifeEvent(),
                    draft.area(),
                    day,
                    draft.version(),
                    draft.state().isOver(),
                    sheet.ground(),
                    hand.tangles(sheet).isEmpty() ? sheet.own() : Optional.empty());
        });
    }
}

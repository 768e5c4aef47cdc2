package yici.application;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import yici.catalogue.Catalogue;
import yici.identity.SignedIn;
import yici.jurisdiction.Areas;
import yici.kit.NotFound;

/** Opens a draft for its owner. */
@Component
class Fillings {

    sealed interface Opened {
        record Open(Filling filling) implements Opened {}

        /** Sent meanwhile, perhaps in another browser. */
        record Sent(String number) implements Opened {}
    }

    private final DraftStore drafts;
    private final Applications applications;
    private final Catalogue catalogue;
    private final Areas areas;
    private final Owing owing;
    private final Promises promises;
    private final Clock clock;

    Fillings(
            DraftStore drafts,
            Applications applications,
            Catalogue catalogue,
            Areas areas,
            Owing owing,
            Promises promises,
            Clock clock) {
        this.drafts = drafts;
        this.applications = applications;
        this.catalogue = catalogue;
        this.areas = areas;
        this.owing = owing;
        this.promises = promises;
        this.clock = clock;
    }

    /** @throws NotFound when this account has no such draft */
    Opened open(SignedIn me, UUID draftId) {
        var draft = drafts.find(draftId, me);
        if (draft.isPresent()) return new Opened.Open(filling(draft.get()));
        return applications
                .ofDraft(draftId, me)
                .map(a -> new Opened.Sent(a.number()))
                .orElseThrow(() -> new NotFound("draft " + draftId));
    }

    private Filling filling(Draft draft) {
        var edition = catalogue.edition(draft.edition());
        var before = draft.supplements().map(applications::get);
        var plan = draft.owing(
                edition.guide(),
                before.map(a -> Supplement.of(edition.guide(), a, draft.scenario())
                                .plan())
                        .orElseGet(() -> Resolve.resolve(edition.guide(), draft.scenario())));
        var answered = before.map(Application::answers).orElse(Map.of());
        return new Filling(
                draft,
                edition,
                plan,
                Filling.pages(edition.guide(), plan),
                Checkup.of(edition.guide(), plan, draft, answered, clock),
                areas.get(draft.area()),
                owing.until(edition.guide(), plan, draft.area(), clock.instant()),
                promises.blocked(draft.account()));
    }
}

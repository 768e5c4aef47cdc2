package yici.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import yici.catalogue.Catalogue;
import yici.form.Checked;
import yici.form.Form;
import yici.identity.SignedIn;
import yici.kit.Translated;

/** What somebody has begun and not sent yet, for the list of their own matters. */
@Component
public class Drafts {

    private static final int MOST_LISTED = 20;

    /**
     * @param area whose bodies will decide
     * @param done questions and documents that are answered rightly or handed in
     * @param total questions and documents there are to answer or to hand in
     */
    public record Line(UUID id, Translated lifeEvent, String area, Instant updatedAt, int done, int total) {}

    private final DraftStore drafts;
    private final Catalogue catalogue;
    private final Plans plans;
    private final Clock clock;

    Drafts(DraftStore drafts, Catalogue catalogue, Plans plans, Clock clock) {
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.plans = plans;
        this.clock = clock;
    }

    /** The one worked on last first; at most twenty. */
    public List<Line> list(SignedIn me) {
        return drafts.of(me, MOST_LISTED).stream().map(this::line).toList();
    }

    private Line line(Draft draft) {
        var guide = catalogue.edition(draft.edition()).guide();
        var plan = plans.of(guide, draft);
        var asked = Checkup.asked(guide, plan);
        int open = switch (Form.check(asked, draft.typed(), clock)) {
            case Checked.Complete _ -> 0;
            case Checked.Incomplete(var errors) -> errors.size();
        };
        var documents = plan.evidence().stream().filter(Checkup::mustBeHandedIn).toList();
        int lacking = (int)
                documents.stream().filter(e -> draft.files(e.key()).isEmpty()).count();
        int total = asked.size() + documents.size();
        return new Line(draft.id(), guide.name(), draft.area(), draft.updatedAt(), total - open - lacking, total);
    }
}

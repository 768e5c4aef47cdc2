package yici.application;

import org.springframework.stereotype.Component;
import yici.catalogue.Guide;

/** The plan a draft follows: that of its answers, or what they add to an application made before. */
@Component
class Plans {

    private final Applications applications;

    Plans(Applications applications) {
        this.applications = applications;
    }

    Plan of(Guide guide, Draft draft) {
        return draft.owing(
                guide,
                draft.supplements()
                        .map(id -> Supplement.of(guide, applications.get(id), draft.scenario())
                                .plan())
                        .orElseGet(() -> Resolve.resolve(guide, draft.scenario())));
    }
}

package yici.casework;

import java.util.UUID;
import org.springframework.stereotype.Component;
import yici.kit.NotFound;

/** How every act of an applicant begins and ends: the lock, which only the one who applied gets; the act; all of it written down. */
@Component
class ApplicantsHand {

    private final Bundles bundles;
    private final OpenWork openWork;
    private final SaveWork save;

    ApplicantsHand(Bundles bundles, OpenWork openWork, SaveWork save) {
        this.bundles = bundles;
        this.openWork = openWork;
        this.save = save;
    }

    /** In the caller's transaction. */
    Work open(UUID applicant, UUID application) {
        var bundle = bundles.lockForApplicant(application, applicant).orElseThrow(() -> new NotFound("application"));
        return openWork.of(bundle);
    }

    void close(Work work) {
        work.settle();
        save.save(work);
    }
}

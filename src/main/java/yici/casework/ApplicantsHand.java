package yici.casework;

import java.util.UUID;
import org.springframework.stereotype.Component;
import yici.identity.SignedIn;
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

    /** In the caller's transaction. Who acts for the applicant gets what the mandate covers. */
    Work open(SignedIn me, UUID application) {
        var bundle = bundles.lockForApplicant(application, me.account()).orElseThrow(() -> new NotFound("application"));
        me.mustCover(bundle.lifeEvent(), bundle.area());
        return openWork.of(bundle);
    }

    void close(Work work) {
        work.settle();
        save.save(work);
    }
}

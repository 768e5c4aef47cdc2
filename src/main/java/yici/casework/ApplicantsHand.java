package yici.casework;

import java.util.UUID;
import org.springframework.stereotype.Component;
import yici.kit.NotFound;

/** How every act of an applicant begins and ends: the lock, which only the one who applied gets; the act; all of it written down. */
@Component
class ApplicantsHand {

    private final Bundles bundles;
    private final Registers registers;
    private final SaveWork save;
    private final Clocks clocks;

    ApplicantsHand(Bundles bundles, Registers registers, SaveWork save, Clocks clocks) {
        this.bundles = bundles;
        this.registers = registers;
        this.save = save;
        this.clocks = clocks;
    }

    /** In the caller's transaction. */
    Work open(UUID applicant, UUID application) {
        var bundle = bundles.lockForApplicant(application, applicant).orElseThrow(() -> new NotFound("application"));
        return new Work(
                bundle, bundles.lockCases(application), clocks, c -> registers.answer(bundle.lifeEvent(), c.item()));
    }

    void close(Work work) {
        work.settle();
        save.save(work);
    }
}

package yici.drafting;

import java.util.UUID;
import org.springframework.stereotype.Component;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.kit.NotFound;

/** Whoever asks for a draft by an address must be one who drafts at all; whose draft it is, is looked at where it is read. */
@Component
class AskedDraft {

    private final Policy policy;

    AskedDraft(Policy policy) {
        this.policy = policy;
    }

    /** @throws NotFound for what can be no draft */
    UUID of(SignedIn me, String id) {
        policy.check(me, Deed.DRAFT_GUIDE);
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotFound("draft " + id);
        }
    }
}

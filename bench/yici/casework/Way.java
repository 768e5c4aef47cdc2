package yici.casework;

import java.util.UUID;

/** One way for one worker to bring a bundle through. */
interface Way {

    Sent submit(UUID draft) throws Exception;

    /** A submitted bundle whose four cases can be decided. */
    interface Sent {
        /** @param no of the case, from 1 */
        void approve(int no) throws Exception;
    }

    /** Through the use cases, in this process. */
    static Way useCases(FourConnections mine) {
        return draft -> {
            var application = mine.submit(draft);
            return no -> mine.approved(application, no);
        };
    }
}

package yici.delegation;

import yici.jurisdiction.PublicBody;

/**
 * How a body decides by a record: in whose name, and whose seal stands on the result.
 *
 * @param number of the record
 * @param mode a key: statutory, devolved, authorised_down, …
 * @param inOthersName the giver's name stands at the head of the decision
 */
public record Arrangement(
        String number,
        String mode,
        PublicBody giver,
        PublicBody receiver,
        boolean inOthersName,
        SealOf seal,
        String fileTitle,
        String fileNumber) {

    /** Whose seal it is. */
    public PublicBody sealOwner() {
        return seal == SealOf.RECEIVER ? receiver : giver;
    }

    public PublicBody inWhoseName() {
        return inOthersName ? giver : receiver;
    }
}

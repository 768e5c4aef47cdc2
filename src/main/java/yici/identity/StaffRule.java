package yici.identity;

/**
 * The posts of staff count in a session that has shown a passkey or the code of an app. A recovery code leads as far as the own account, to set
 * another app up. The accounts of the demonstration, whose password is printed in the README, are let off, and every page says so.
 */
public final class StaffRule {

    private StaffRule() {}

    /** A member of staff whose posts do not count yet, for want of a second factor. */
    public static boolean owesFactor(SignedIn me) {
        return me.kind() == SignedIn.Kind.STAFF
                && me.acting().isEmpty()
                && me.posts().isEmpty()
                && !Proof.staffFactor(me.signOn().proofs());
    }

    /** Works without one, because the account is of the demonstration. */
    static boolean isLetOff(SignedIn me) {
        return me.kind() == SignedIn.Kind.STAFF
                && !me.posts().isEmpty()
                && !me.signOn().proofs().isEmpty()
                && !Proof.staffFactor(me.signOn().proofs());
    }
}

package yici.notification;

/** Takes a message away: one for each channel that is configured. */
interface Carrier {

    Channel channel();

    /**
     * @param id the same when the same message is handed over again after a doubt
     * @throws Undelivered when it did not work
     */
    void carry(String id, Message message) throws Undelivered;

    /** The reason goes to the log and to the row, so it names no recipient and no text. */
    final class Undelivered extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean again;

        private Undelivered(String why, boolean again) {
            super(why);
            this.again = again;
        }

        /** The other side was not there or is busy. */
        static Undelivered forNow(String why) {
            return new Undelivered(why, true);
        }

        /** It will never take this. */
        static Undelivered forEver(String why) {
            return new Undelivered(why, false);
        }

        boolean again() {
            return again;
        }
    }
}

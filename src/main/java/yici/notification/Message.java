package yici.notification;

import java.time.Instant;

/**
 * What is to reach somebody.
 *
 * @param subject of a mail; a short message has none
 * @param until after this moment it is of no use and is not sent any more
 */
public record Message(Channel channel, String to, String subject, String text, Instant until) {

    private static final int LONGEST = 2000;

    public Message {
        if (to.isBlank() || to.length() > 254) throw new IllegalArgumentException("no recipient of " + channel);
        if (to.chars().anyMatch(c -> c < ' ') || subject.chars().anyMatch(c -> c < ' '))
            throw new IllegalArgumentException("a line break in recipient or subject");
        if (text.isBlank() || text.length() > LONGEST) throw new IllegalArgumentException("no text of a message");
    }

    @Override
    public String toString() {
        return "Message[" + channel + " to " + channel.masked(to) + "]";
    }
}

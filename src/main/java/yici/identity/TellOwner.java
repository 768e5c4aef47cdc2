package yici.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import yici.kit.Language;
import yici.kit.View;
import yici.kit.Words;
import yici.notification.Channel;
import yici.notification.Message;
import yici.notification.Messages;

/** Tells a person by every channel that is known to reach them what has happened to the account. */
@Component
public class TellOwner {

    private static final Duration OF_USE = Duration.ofDays(1);

    private final Reached reached;
    private final Messages messages;
    private final Words words;
    private final Clock clock;

    TellOwner(Reached reached, Messages messages, Words words, Clock clock) {
        this.reached = reached;
        this.messages = messages;
        this.words = words;
        this.clock = clock;
    }

    /**
     * In the caller's transaction.
     *
     * @param key of the words
     * @param argument of the words as {0}, beside the time, which is {1}
     */
    public void tell(UUID account, String key, Language language, String argument) {
        for (var channel : Channel.values())
            reached.at(account, channel).ifPresent(to -> messages.send(message(channel, to, key, language, argument)));
    }

    /** To an address that is about to be no longer the person's. */
    void tell(Channel channel, String to, String key, Language language, String argument) {
        messages.send(message(channel, to, key, language, argument));
    }

    private Message message(Channel channel, String to, String key, Language language, String argument) {
        var now = clock.instant();
        var when = java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                .withZone(View.ZONE)
                .format(now);
        return new Message(
                channel,
                to,
                channel == Channel.MAIL ? words.say(language, "identity.notice.subject") : "",
                words.say(language, key, argument.isEmpty() ? "?" : argument, when),
                now.plus(OF_USE));
    }
}

package yici.notification;

import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the settings name: a gateway, a mail server, or neither. */
@Component
class Carriers {

    private final Map<Channel, Carrier> byChannel = new EnumMap<>(Channel.class);

    Carriers(
            @Value("${yici.sms.url}") String sms,
            @Value("${yici.sms.token}") String token,
            @Value("${yici.mail.url}") String mail,
            @Value("${yici.mail.from}") String from,
            JsonMapper json,
            Clock clock) {
        if (!sms.isBlank()) add(new SmsGateway(address("YICI_SMS_URL", sms, "https?"), token, json));
        if (!mail.isBlank()) add(new MailServer(address("YICI_MAIL_URL", mail, "smtps?"), sender(from), clock));
    }

    Optional<Carrier> of(Channel channel) {
        return Optional.ofNullable(byChannel.get(channel));
    }

    private void add(Carrier carrier) {
        byChannel.put(carrier.channel(), carrier);
    }

    private static URI address(String setting, String text, String schemes) {
        var url = URI.create(text);
        if (url.getScheme() == null || !url.getScheme().matches(schemes) || url.getHost() == null)
            throw new IllegalArgumentException(setting + " is no address: " + schemes.replace("?", "[s]") + "://host");
        return url;
    }

    private static String sender(String from) {
        if (!from.matches("[^@\\s]+@[^@\\s]+"))
            throw new IllegalArgumentException("YICI_MAIL_FROM has to name the sender when YICI_MAIL_URL is set");
        return from;
    }
}

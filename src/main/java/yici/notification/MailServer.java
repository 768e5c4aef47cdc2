package yici.notification;

import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;

/**
 * Mail by SMTP: {@code smtps://user:password@host:465} with TLS from the start, {@code smtp://host:587} with TLS by STARTTLS, which is demanded
 * unless the server is on this very machine.
 */
final class MailServer implements Carrier {

    private static final String PATIENCE_MILLIS = "10000";

    private final String from;
    private final Session session;
    private final Clock clock;

    MailServer(URI url, String from, Clock clock) {
        this.from = from;
        this.clock = clock;
        this.session = session(url);
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public void carry(String id, Message message) throws Undelivered {
        try {
            Transport.send(letter(id, message));
        } catch (SendFailedException e) {
            throw e.getInvalidAddresses() == null || e.getInvalidAddresses().length == 0
                    ? Undelivered.forNow("mail server: " + e.getClass().getSimpleName())
                    : Undelivered.forEver("mail server refuses the recipient");
        } catch (MessagingException e) {
            throw Undelivered.forNow("mail server: " + e.getClass().getSimpleName());
        }
    }

    private MimeMessage letter(String id, Message message) throws MessagingException {
        var letter = new Letter(session, id, from);
        letter.setFrom(new InternetAddress(from));
        letter.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(message.to(), true));
        letter.setSubject(message.subject(), StandardCharsets.UTF_8.name());
        letter.setText(message.text(), StandardCharsets.UTF_8.name());
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setSentDate(Date.from(clock.instant()));
        return letter;
    }

    private static Session session(URI url) {
        boolean tlsFromStart = url.getScheme().equals("smtps");
        var protocol = url.getScheme();
        var settings = new Properties();
        settings.put("mail.transport.protocol", protocol);
        settings.put("mail.transport.protocol.rfc822", protocol);
        settings.put("mail." + protocol + ".host", url.getHost());
        settings.put("mail." + protocol + ".port", "" + (url.getPort() > 0 ? url.getPort() : tlsFromStart ? 465 : 587));
        settings.put("mail." + protocol + ".connectiontimeout", PATIENCE_MILLIS);
        settings.put("mail." + protocol + ".timeout", PATIENCE_MILLIS);
        settings.put("mail." + protocol + ".writetimeout", PATIENCE_MILLIS);
        settings.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        settings.put("mail." + protocol + ".starttls.enable", "true");
        settings.put("mail." + protocol + ".starttls.required", "" + (!tlsFromStart && !isHere(url.getHost())));
        var user = user(url);
        user.ifPresent(_ -> settings.put("mail." + protocol + ".auth", "true"));
        return user.map(u -> Session.getInstance(settings, u)).orElseGet(() -> Session.getInstance(settings));
    }

    private static boolean isHere(String host) {
        return Arrays.asList("localhost", "127.0.0.1", "[::1]").contains(host);
    }

    private static Optional<Authenticator> user(URI url) {
        return Optional.ofNullable(url.getUserInfo()).map(info -> {
            var parts = info.split(":", 2);
            return new Authenticator() {
                @Override
                protected PasswordAuthentication getPasswordAuthentication() {
                    return new PasswordAuthentication(parts[0], parts.length > 1 ? parts[1] : "");
                }
            };
        });
    }

    /** Named after our own id, so that a letter sent twice after a doubt is one letter to the reader's program. */
    private static final class Letter extends MimeMessage {
        private final String name;

        Letter(Session session, String id, String from) {
            super(session);
            this.name = "<" + id + from.substring(from.lastIndexOf('@')) + ">";
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", name);
        }
    }
}

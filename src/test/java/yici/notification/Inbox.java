package yici.notification;

import java.util.Optional;
import java.util.regex.Pattern;
import yici.house.Product;

/** What tests' people find on their telephones. */
public final class Inbox {

    private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");

    private Inbox() {}

    /** The text of the newest message to this number or address. */
    public static Optional<String> newest(String to) {
        var product = Product.running();
        return product.bean(Outbox.class).shown(product.clock().instant(), 1000).stream()
                .map(Outbox.Shown::message)
                .filter(message -> message.to().equals(to))
                .map(Message::text)
                .findFirst();
    }

    /** The six digits in the newest message. */
    public static String code(String to) {
        var text = newest(to).orElseThrow(() -> new AssertionError("nothing came to " + to));
        var found = CODE.matcher(text);
        if (!found.find()) throw new AssertionError("no code in: " + text);
        return found.group();
    }
}

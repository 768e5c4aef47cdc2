package yici.passkey;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;

/** What a new passkey is called when its person does not say: the product that keeps it, else the browser it was made in. */
final class ProposedName {

    private static final int LONGEST = 40;
    private static final Properties PRODUCTS = products();

    private ProposedName() {}

    /**
     * @param typed by the person; may be empty
     * @param browser as the person recognises it; may be empty
     * @param otherwise when nothing is known
     */
    static String of(String typed, UUID model, String browser, String otherwise) {
        var own = tidy(typed);
        if (!own.isEmpty()) return own;
        var product = PRODUCTS.getProperty(model.toString(), "");
        if (!product.isEmpty()) return product;
        return browser.isEmpty() ? otherwise : browser;
    }

    static String tidy(String typed) {
        var plain = typed.replaceAll("[\\p{Cntrl}\\p{Cf}<>]", "")
                .replaceAll("[\\s\\p{Zs}]+", " ")
                .strip();
        int length = plain.codePointCount(0, plain.length());
        return length <= LONGEST ? plain : plain.substring(0, plain.offsetByCodePoints(0, LONGEST));
    }

    private static Properties products() {
        try (var file = Objects.requireNonNull(ProposedName.class.getResourceAsStream("authenticators.properties"))) {
            var products = new Properties();
            products.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return products;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

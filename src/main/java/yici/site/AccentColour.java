package yici.site;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The colour of a site. Links, headings and buttons are drawn in it, so it must stand out from every ground it meets; what goes with it is mixed
 * from it.
 *
 * @param red 0 to 255, as the other two
 */
record AccentColour(int red, int green, int blue) {

    /** WCAG 2.2, 1.4.3. */
    static final double NEEDED = 4.5;

    private static final AccentColour WHITE = new AccentColour(255, 255, 255);
    private static final AccentColour BLACK = new AccentColour(0, 0, 0);
    private static final AccentColour PAPER = new AccentColour(0xf8, 0xf5, 0xef);

    /** Empty when it is not of the form {@code #rrggbb}. */
    static Optional<AccentColour> of(String text) {
        if (!text.matches("#?[0-9a-fA-F]{6}")) return Optional.empty();
        int all = Integer.parseInt(text.replace("#", ""), 16);
        return Optional.of(new AccentColour(all >> 16, all >> 8 & 255, all & 255));
    }

    /** Against the lightest and darkest ground it is read on: white, paper, and its own wash. */
    double contrast() {
        return List.of(WHITE, PAPER, wash()).stream()
                .mapToDouble(ground -> contrast(this, ground))
                .min()
                .orElseThrow();
    }

    boolean isReadable() {
        return contrast() >= NEEDED;
    }

    AccentColour deep() {
        return mixed(BLACK, .34);
    }

    AccentColour soft() {
        return mixed(WHITE, .68);
    }

    AccentColour wash() {
        return mixed(WHITE, .93);
    }

    String css() {
        return """
                [class*="accent-"].govuk-template__body { --accent: %s; --accent-deep: %s; --accent-soft: %s; --accent-wash: %s; }
                """.formatted(this, deep(), soft(), wash());
    }

    static double contrast(AccentColour one, AccentColour other) {
        double a = one.luminance();
        double b = other.luminance();
        return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    }

    private AccentColour mixed(AccentColour other, double part) {
        return new AccentColour(
                mixed(red, other.red, part), mixed(green, other.green, part), mixed(blue, other.blue, part));
    }

    private static int mixed(int one, int other, double part) {
        return (int) Math.round(one * (1 - part) + other * part);
    }

    private double luminance() {
        return .2126 * linear(red) + .7152 * linear(green) + .0722 * linear(blue);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= .04045 ? c / 12.92 : Math.pow((c + .055) / 1.055, 2.4);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}

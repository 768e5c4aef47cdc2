package yici.identity;

/**
 * How far the province trusts that it knows who is there. A service names the least it needs.
 *
 * <ol start="2">
 *   <li>self-asserted
 *   <li>name and number agree with the population or legal-person register
 *   <li>a real person was matched, or a second factor shown
 *   <li>a certificate, a passkey bound to the person, or a check at a counter
 * </ol>
 */
public enum Trust {
    LEVEL_2,
    LEVEL_3,
    LEVEL_4,
    LEVEL_5;

    public int number() {
        return ordinal() + 2;
    }

    /** As OpenID Connect names it in {@code acr}. */
    public String acr() {
        return "urn:yici:trust:" + number();
    }

    /** @throws IllegalArgumentException for a number outside 2 to 5 */
    public static Trust of(int number) {
        if (number < 2 || number > 5) throw new IllegalArgumentException("no level of trust: " + number);
        return values()[number - 2];
    }

    static Trust most(Trust one, Trust other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    static Trust least(Trust one, Trust other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}

package yici.kit;

/**
 * A number or a short word that matters at a glance, for {@code @template.kit.facts}.
 *
 * @param icon of {@code icons.svg}
 * @param value short: {@code 6}, {@code 5 working days}
 */
public record Fact(String icon, String value, String label) {}

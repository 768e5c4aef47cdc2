package yici.linter;

/**
 * One thing that is wrong in one place.
 *
 * @param where the field, by keys: {@code items/social-card/promised}
 * @param value what stands there, as it stands there
 */
public record Finding(Rule rule, String where, String value) {}

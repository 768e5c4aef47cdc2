package yici.kit;

/** A level above the page one is on, for {@code @template.kit.crumbs}. */
public record Crumb(String text, String href) {}

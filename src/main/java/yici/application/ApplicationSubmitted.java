package yici.application;

/** Heard in the same transaction: no receipt without its cases. */
public record ApplicationSubmitted(Application application) {}

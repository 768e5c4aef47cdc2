package yici.publication;

import java.time.Instant;
import yici.kit.Language;

/** An edition became what the public reads; told in the transaction that makes it so. */
public record Published(String slug, Language language, int edition, Instant at) {}

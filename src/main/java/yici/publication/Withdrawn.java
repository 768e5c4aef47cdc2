package yici.publication;

import java.time.Instant;
import yici.kit.Language;

/** An edition is not read any more, its page stays with the reason; told in the transaction that makes it so. */
public record Withdrawn(String slug, Language language, int edition, String reason, Instant at) {}

package yici.attachment;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that was taken in. The room that links it says who may read it.
 *
 * @param sha256 of the content, 64 hex digits; two uploads of one file are stored once
 * @param fileName as the person's device named it, without path and control characters
 * @param mediaType as found in the content, never as claimed
 */
public record Attachment(UUID id, String sha256, String fileName, String mediaType, long sizeBytes, Instant storedAt) {}

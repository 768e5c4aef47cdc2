package yici.identity;

import java.util.UUID;

/**
 * Somebody ended a session before its time, here or from another device. Told in the same transaction; one that runs out by itself is not
 * told.
 *
 * @param session {@link SignOn#id()}
 */
public record SessionEnded(UUID session) {}

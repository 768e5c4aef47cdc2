package yici.identity;

import java.util.UUID;

/** An account was closed. Told in the same transaction: whoever keeps what only an open account needs, forgets it. */
public record AccountClosed(UUID account) {}

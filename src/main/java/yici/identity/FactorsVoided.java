package yici.identity;

import java.util.UUID;

/**
 * Nothing an account could show before counts any more: it was reset, or asked back at a counter. Told in the same transaction: a room that keeps
 * a way to show who one is forgets those of this account.
 */
public record FactorsVoided(UUID account) {}

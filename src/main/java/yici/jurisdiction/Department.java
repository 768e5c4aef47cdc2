package yici.jurisdiction;

import java.util.Optional;
import yici.kit.Translated;

/**
 * A line of government work that has bodies in many areas, or an external party of a procedure.
 *
 * @param key of {@code departments.csv}: police
 * @param label what guides call it: 公安部门
 * @param external true for a bank, a hospital, a notary: it has no bodies and decides nothing
 * @param handledBy the department whose bodies decide for it; empty when its own do
 */
public record Department(String key, Translated label, boolean external, Optional<String> handledBy) {}

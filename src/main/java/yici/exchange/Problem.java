package yici.exchange;

/**
 * Why a record is refused.
 *
 * @param field from the record down, with slashes; may be empty
 * @param rule key of the words that name the rule and the way out
 * @param detail what else belongs to it: what may stand there, what stands there now, which rule of guides
 */
record Problem(int line, String field, String value, String rule, String detail) {}

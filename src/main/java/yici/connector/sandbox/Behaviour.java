package yici.connector.sandbox;

/** How a register behaves for a while, so that trouble can be seen. */
enum Behaviour {
    ANSWERS,
    /** Longer than anybody waits. */
    SLOW,
    DOWN,
    CONTRADICTS
}

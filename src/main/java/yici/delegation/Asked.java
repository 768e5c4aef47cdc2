package yici.delegation;

import java.util.List;

/** What comes of asking for a record, its end or its replacement. */
sealed interface Asked {

    /** Written down; it counts once a second person has confirmed it. */
    record Waits(String number) implements Asked {}

    record Flawed(List<Flaw> flaws) implements Asked {}

    /** Nobody else governs the area: an administrator is to be appointed first. */
    record NobodyToConfirm() implements Asked {}
}

package yici.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import yici.jurisdiction.Post;

/**
 * What one administrator asked for and a second person has to confirm before it is done.
 *
 * @param account whom it is about; empty for somebody who has no staff account yet
 * @param typed the appointment; of a reset login, name and the post it was asked by
 * @param endsAt until then it can be confirmed, and once confirmed be carried out
 * @param answer why it was refused
 */
record Countersign(
        UUID id,
        Kind kind,
        UUID askedBy,
        Instant askedAt,
        Optional<UUID> account,
        AppointStaff.Appointment typed,
        State state,
        Instant endsAt,
        Optional<UUID> answeredBy,
        String answer) {

    enum Kind {
        APPOINT,
        RESET
    }

    enum State {
        ASKED,
        CONFIRMED,
        REFUSED,
        WITHDRAWN,
        DONE
    }

    boolean is(State other, Instant now) {
        return state == other && now.isBefore(endsAt);
    }

    /** Neither over nor run out. */
    boolean open(Instant now) {
        return is(State.ASKED, now) || is(State.CONFIRMED, now);
    }

    Thing thing() {
        return new Thing(
                account.map(UUID::toString).orElse(""),
                typed.body(),
                typed.area(),
                typed.role().name());
    }

    Post post() {
        var body = Optional.of(typed.body()).filter(_ -> typed.role() == Post.Role.OFFICER);
        return new Post(account.orElseThrow(), typed.role(), typed.area(), body);
    }
}

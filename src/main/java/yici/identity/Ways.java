package yici.identity;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything an account can prove itself with, and what of it helps just now. */
@Component
class Ways {

    private final List<Way> all;
    private final List<OtherWay> others;
    private final Recoveries recoveries;
    private final JdbcClient db;
    private final Clock clock;

    Ways(List<Way> all, List<OtherWay> others, Recoveries recoveries, JdbcClient db, Clock clock) {
        this.all = Stream.concat(all.stream(), others.stream().map(Elsewhere::new))
                .sorted(Comparator.comparing(Way::method))
                .toList();
        this.others = others;
        this.recoveries = recoveries;
        this.db = db;
        this.clock = clock;
    }

    Optional<Way> of(Proof.Method method) {
        return all.stream().filter(way -> way.method() == method).findFirst();
    }

    Optional<OtherWay> other(Proof.Method method) {
        return others.stream().filter(way -> way.method() == method).findFirst();
    }

    /** Shown on pages of another room: what is typed here is never right. */
    private record Elsewhere(OtherWay way) implements Way {
        @Override
        public Proof.Method method() {
            return way.method();
        }

        @Override
        public boolean ready(UUID account) {
            return way.ready(account);
        }

        @Override
        public boolean askedAlways(UUID account) {
            return way.askedAlways(account);
        }

        @Override
        public Answer prove(UUID account, String typed, SignIn.From from) {
            return new Answer.Wrong();
        }
    }

    boolean hasStaffFactor(UUID account) {
        return hasStaffFactorBeside(account, Proof.Method.PASSWORD);
    }

    /** Whether staff keeps what staff must have, when the last of this kind goes. */
    boolean hasStaffFactorBeside(UUID account, Proof.Method method) {
        return Stream.of(Proof.Method.TOTP, Proof.Method.PASSKEY)
                .filter(other -> other != method)
                .flatMap(other -> of(other).stream())
                .anyMatch(way -> way.ready(account));
    }

    /** Whether there is anything to add to the password. An account elsewhere is no second factor: it stands in the place of the password. */
    boolean hasSecond(UUID account) {
        return all.stream()
                .filter(way -> way.method() != Proof.Method.PASSWORD && way.method() != Proof.Method.UPSTREAM)
                .anyMatch(way -> way.ready(account));
    }

    /**
     * Those that, added to what the session has shown, are enough; the one that most people have at hand first. Where no single one is, those
     * that are together: after the first the step asks again.
     */
    List<Way> enough(Sessions.AtDoor who, Trust needed, Trust shown) {
        if (who.proofed().compareTo(needed) < 0) return List.of();
        var usable = ready(who.account())
                .filter(way -> way.method() != Proof.Method.RECOVERY_CODE || who.half() || shown.number() > 3)
                .toList();
        var most = Trust.most(needed, shown);
        var alone =
                usable.stream().filter(way -> isEnough(who, List.of(way), most)).toList();
        if (!alone.isEmpty() || !isEnough(who, usable, most)) return alone;
        return usable.stream()
                .filter(way -> who.signOn().proofs().stream().noneMatch(proof -> proof.method() == way.method()))
                .toList();
    }

    private boolean isEnough(Sessions.AtDoor who, List<Way> more, Trust shown) {
        var proofs = Stream.concat(
                        who.signOn().proofs().stream(),
                        more.stream().map(way -> new Proof(way.method(), clock.instant(), best(who, way))))
                .toList();
        return Proof.worth(proofs).compareTo(shown) >= 0 && !(who.half() && who.stillHalf(proofs));
    }

    /** What it comes to elsewhere is known only afterwards; but who has come from there in this session has shown what it comes to. */
    private static String best(Sessions.AtDoor who, Way way) {
        if (way.method() != Proof.Method.UPSTREAM) return "";
        return who.signOn().proofs().stream()
                .filter(proof -> proof.method() == Proof.Method.UPSTREAM)
                .map(Proof::authenticator)
                .reduce("/4", (_, last) -> last);
    }

    private Stream<Way> ready(UUID account) {
        return all.stream().filter(way -> way.ready(account));
    }

    /**
     * For changes to the account itself. Who has a second factor shows it, or a stolen password would be enough to change the locks.
     *
     * @throws StepUp when that has not just happened
     * @throws LocksWait on the day after a recovery
     */
    void requireForOwnAccount(SignedIn me) {
        var shown = hasSecond(me.person()) ? Trust.LEVEL_4 : Trust.LEVEL_3;
        boolean fresh = !me.signOn().lastProof().isBefore(clock.instant().minus(StepUp.FRESH));
        if (!fresh || Proof.worth(me.signOn().proofs()).compareTo(shown) < 0)
            throw new StepUp(Trust.LEVEL_2, shown, Optional.of(StepUp.FRESH));
        recoveries.waitsUntil(me.person()).ifPresent(until -> {
            throw new LocksWait(until);
        });
    }

    /** To be called by whoever adds or removes one, in the same transaction. */
    void changed(UUID account) {
        boolean asked = all.stream().anyMatch(way -> way.askedAlways(account));
        db.sql("update identity.account set asks_second = :asked where id = :account")
                .param("asked", asked)
                .param("account", account)
                .update();
    }
}

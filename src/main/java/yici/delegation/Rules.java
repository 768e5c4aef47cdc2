package yici.delegation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.PublicBody;

/** What a record has to keep to, when it is asked for and once more when it is confirmed. */
@Component
class Rules {

    /** @param by the record that gave it the power; empty where the law does */
    record Hand(PublicBody body, Optional<Recorded> by) {}

    private final Areas areas;
    private final Bodies bodies;

    Rules(Areas areas, Bodies bodies) {
        this.areas = areas;
        this.bodies = bodies;
    }

    /**
     * Who has the power there on that day, and so can hand it on.
     *
     * @param register without the record that is replaced
     */
    Optional<Hand> hand(
            String power,
            String department,
            String area,
            LocalDate day,
            DelegationRegister register,
            Optional<Recorded> replaced) {
        var byLaw = replaced.map(Recorded::delegation).filter(old -> old.mode() == Mode.STATUTORY);
        if (byLaw.isPresent()) return bodies.find(byLaw.get().receiver()).map(body -> new Hand(body, Optional.empty()));
        var record = register.valid(power, upwards(area), day, body -> isOpen(body, day));
        if (record.isPresent())
            return record.flatMap(r -> bodies.find(r.delegation().receiver()).map(b -> new Hand(b, record)));
        return bodies.deciding(department, area, day).map(body -> new Hand(body, Optional.empty()));
    }

    /** None: it may be taken in. @param whole the register with everything in it, the record itself if it waits there */
    List<Flaw> broken(Delegation wanted, DelegationRegister whole, LocalDate today) {
        var register = whole.without(wanted);
        var flaws = new ArrayList<Flaw>();
        days(wanted, today, flaws);
        receiver(wanted, flaws);
        if (!wanted.mode().allows(wanted.seal()))
            flaws.add(Flaw.of("seal", wanted.mode().isEntrusted() ? "seal.entrusted" : "seal.own"));
        register.inTheWayOf(wanted)
                .ifPresent(other -> flaws.add(Flaw.of(
                        "power", "conflict", other.number(), other.delegation().from())));
        if (!flaws.isEmpty()) return flaws;

        if (wanted.mode() == Mode.STATUTORY) statutory(wanted, register, flaws);
        else handedOver(wanted, register, wanted.replaces().flatMap(whole::find), flaws);
        wanted.replaces()
                .flatMap(whole::find)
                .ifPresent(old -> flaws.addAll(resting(old, wanted.from(), wanted.receiver(), register)));
        return flaws;
    }

    private static void days(Delegation wanted, LocalDate today, List<Flaw> flaws) {
        if (!wanted.from().isAfter(today)) flaws.add(Flaw.of("from", "from.past", today.plusDays(1)));
        if (wanted.until().filter(until -> until.isBefore(wanted.from())).isPresent())
            flaws.add(Flaw.of("until", "until.before", wanted.from()));
    }

    private void receiver(Delegation wanted, List<Flaw> flaws) {
        var receiver = bodies.find(wanted.receiver());
        if (receiver.isEmpty() || !isOpen(wanted.receiver(), wanted.from())) {
            flaws.add(Flaw.of("area", "receiver.closed"));
            return;
        }
        boolean sameLine = wanted.mode().direction() != Mode.Direction.ACROSS;
        if (sameLine && !bodies.in(receiver.get().area(), wanted.department()).equals(receiver))
            flaws.add(Flaw.of(
                    "area", "receiver.department", receiver.get().name(), bodies.departmentName(wanted.department())));
    }

    /** A power that came down by a record is not taken by calling it one's own. */
    private void statutory(Delegation wanted, DelegationRegister register, List<Flaw> flaws) {
        var receiver = bodies.get(wanted.receiver());
        for (var area : wanted.areas()) {
            if (!isWithin(area, receiver.area()))
                flaws.add(Flaw.of("areas", "areas.outside", areas.get(area).name(), receiver.name()));
            register.valid(wanted.power(), upwards(area), wanted.from(), body -> isOpen(body, wanted.from()))
                    .ifPresent(held -> flaws.add(Flaw.of(
                            "mode",
                            "statutory.held",
                            held.number(),
                            bodies.get(held.delegation().receiver()).name())));
        }
    }

    private void handedOver(
            Delegation wanted, DelegationRegister register, Optional<Recorded> replaced, List<Flaw> flaws) {
        var giver = bodies.get(wanted.giver());
        for (var area : wanted.areas()) {
            var hand = hand(wanted.power(), wanted.department(), area, wanted.from(), register, replaced);
            if (hand.isEmpty())
                flaws.add(Flaw.of("areas", "giver.none", areas.get(area).name()));
            else if (!hand.get().body().equals(giver))
                flaws.add(Flaw.of(
                        "areas",
                        "giver.other",
                        areas.get(area).name(),
                        hand.get().body().name(),
                        giver.name()));
            else hand.get().by().ifPresent(by -> handedOn(wanted, by, flaws));
            if (!isWithin(area, giver.area()))
                flaws.add(Flaw.of("areas", "areas.outside", areas.get(area).name(), giver.name()));
            if (!flaws.isEmpty()) return;
        }
        direction(wanted, giver, bodies.get(wanted.receiver()), flaws);
    }

    private static void handedOn(Delegation wanted, Recorded by, List<Flaw> flaws) {
        if (!by.delegation().mode().mayBeHandedOn()) flaws.add(Flaw.of("mode", "chain", by.number()));
        by.lastDay()
                .filter(last ->
                        wanted.until().filter(until -> !until.isAfter(last)).isEmpty())
                .ifPresent(last -> flaws.add(Flaw.of("until", "ground.ends", by.number(), last)));
    }

    private void direction(Delegation wanted, PublicBody giver, PublicBody receiver, List<Flaw> flaws) {
        boolean down = !giver.area().equals(receiver.area()) && isWithin(receiver.area(), giver.area());
        boolean across = giver.area().equals(receiver.area()) && !giver.equals(receiver);
        if (giver.equals(receiver)) flaws.add(Flaw.of("area", "self", receiver.name()));
        else if (wanted.mode().direction() == Mode.Direction.DOWN && !down)
            flaws.add(Flaw.of("area", "level.down", giver.name(), receiver.name()));
        else if (wanted.mode().direction() == Mode.Direction.ACROSS && !across)
            flaws.add(Flaw.of("area", "level.across", giver.name(), receiver.name()));
    }

    /** Who has handed a power on goes on having it, or what was handed on ends first. */
    List<Flaw> resting(Recorded ground, LocalDate day, String thenHeldBy, DelegationRegister register) {
        if (ground.delegation().receiver().equals(thenHeldBy)) return List.of();
        var within = ground.delegation().areas().stream()
                .flatMap(area -> areas.within(area).stream())
                .map(Area::code)
                .toList();
        return register.restingOn(ground, day, within).stream()
                .limit(1)
                .map(above -> Flaw.of(
                        "from", "resting", above.number(), above.delegation().from()))
                .toList();
    }

    List<String> upwards(String area) {
        return areas.path(area).reversed().stream().map(Area::code).toList();
    }

    boolean isOpen(String body, LocalDate day) {
        return bodies.find(body).isPresent()
                && bodies.closedFrom(body)
                        .filter(closed -> !day.isBefore(closed))
                        .isEmpty();
    }

    private boolean isWithin(String area, String whole) {
        return upwards(area).contains(whole);
    }
}

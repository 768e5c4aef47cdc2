package yici.delegation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All records as they stood at one moment: a value, read without locks by everyone. */
final class DelegationRegister {

    private final Map<String, Recorded> records = new LinkedHashMap<>();
    private final Map<String, Map<String, List<Recorded>>> byPowerAndArea = new HashMap<>();

    DelegationRegister(Collection<Recorded> all) {
        all.stream()
                .sorted(Comparator.comparing(Recorded::number).reversed())
                .forEach(recorded -> records.put(recorded.number(), recorded));
        for (var recorded : records.values()) {
            if (!recorded.agreed()) continue;
            var areas = byPowerAndArea.computeIfAbsent(recorded.delegation().power(), _ -> new HashMap<>());
            for (var area : recorded.delegation().areas())
                areas.computeIfAbsent(area, _ -> new ArrayList<>()).add(recorded);
        }
    }

    /** The newest first. */
    List<Recorded> all() {
        return List.copyOf(records.values());
    }

    Optional<Recorded> find(String number) {
        return Optional.ofNullable(records.get(number));
    }

    /**
     * The record by which a power is exercised in an area on a day: the one of the area itself, else of the nearest above.
     *
     * @param upwards the area and what lies above it
     * @param open whether a body still decides; a record whose receiver does not is passed over
     */
    Optional<Recorded> valid(String power, List<String> upwards, LocalDate day, Predicate<String> open) {
        return validOnes(power, upwards, day, open).findFirst();
    }

    /** How it came there, from the first hand to the one that {@link #valid} finds. */
    List<Recorded> chain(String power, List<String> upwards, LocalDate day, Predicate<String> open) {
        var chain = new ArrayList<Recorded>();
        validOnes(power, upwards, day, open)
                .filter(next -> chain.isEmpty()
                        || chain.getFirst()
                                .delegation()
                                .giver()
                                .equals(next.delegation().receiver()))
                .forEachOrdered(chain::addFirst);
        return List.copyOf(chain);
    }

    private Stream<Recorded> validOnes(String power, List<String> upwards, LocalDate day, Predicate<String> open) {
        var areas = byPowerAndArea.get(power);
        if (areas == null) return Stream.empty();
        return upwards.stream()
                .flatMap(area -> areas.getOrDefault(area, List.of()).stream())
                .filter(recorded -> recorded.isValidOn(day))
                .filter(recorded -> open.test(recorded.delegation().receiver()));
    }

    /** Without this one, and without what it replaces: what a new record is held against. */
    DelegationRegister without(Delegation delegation) {
        return new DelegationRegister(records.values().stream()
                .filter(r -> !r.number().equals(delegation.number()) && !delegation.replaces(r.delegation()))
                .toList());
    }

    /** Of the same power in one of these very areas, on some day of that time; also what still waits to be confirmed. */
    Optional<Recorded> inTheWayOf(Delegation delegation) {
        return records.values().stream()
                .filter(Recorded::occupies)
                .filter(r -> r.delegation().power().equals(delegation.power()))
                .filter(r -> r.delegation().areas().stream().anyMatch(delegation.areas()::contains))
                .filter(r -> r.meets(delegation.from(), delegation.until()))
                .findFirst();
    }

    /**
     * What stands on a record after a day: its receiver has handed the power on.
     *
     * @param within the areas of the record with all below them
     */
    List<Recorded> restingOn(Recorded ground, LocalDate day, Collection<String> within) {
        var giver = ground.delegation();
        return records.values().stream()
                .filter(r -> r.occupies() && !r.number().equals(ground.number()))
                .filter(r -> r.delegation().power().equals(giver.power()))
                .filter(r -> r.delegation().giver().equals(giver.receiver()))
                .filter(r -> r.delegation().mode() != Mode.STATUTORY)
                .filter(r -> r.delegation().areas().stream().anyMatch(within::contains))
                .filter(r -> r.meets(day, Optional.empty()))
                .toList();
    }
}

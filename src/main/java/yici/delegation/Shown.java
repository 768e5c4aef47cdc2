package yici.delegation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yici.catalogue.Power;
import yici.jurisdiction.Area;
import yici.jurisdiction.PublicBody;

/** A record as pages show it, with the names of what it speaks of. */
record Shown(
        Recorded recorded,
        Power power,
        PublicBody giver,
        PublicBody receiver,
        PublicBody supervisor,
        List<Area> areas,
        Recorded.State state) {

    Delegation delegation() {
        return recorded.delegation();
    }

    String number() {
        return recorded.number();
    }

    /** Whether all these words, parted by spaces, are said of it: its number, the power, the bodies, the areas, the legal file. */
    boolean says(String words) {
        var all = Stream.of(
                        Stream.of(
                                number(),
                                delegation().file().title(),
                                delegation().file().number()),
                        Stream.of(power.name(), giver.name(), receiver.name(), supervisor.name())
                                .flatMap(name -> name.texts().values().stream()),
                        areas.stream().flatMap(area -> area.name().texts().values().stream()))
                .flatMap(one -> one)
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
        return Stream.of(words.toLowerCase(Locale.ROOT).split("[\\s\u3000]+")).allMatch(all::contains);
    }

    /** What leads the eye: a green, a blue or a grey tag. */
    String tag() {
        return switch (state) {
            case VALID -> "govuk-tag--green";
            case WAITING -> "govuk-tag--yellow";
            case COMING -> "govuk-tag--blue";
            case OVER, DROPPED -> "govuk-tag--grey";
        };
    }

    PublicBody sealOwner() {
        return delegation().seal() == SealOf.RECEIVER ? receiver : giver;
    }

    /** By an end that was agreed later than the record itself, or from the beginning. */
    Optional<LocalDate> lastDay() {
        return recorded.lastDay();
    }
}

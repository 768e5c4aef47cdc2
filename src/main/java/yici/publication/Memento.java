package yici.publication;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import yici.kit.Language;

/**
 * A work in one language through time (RFC 7089): its address today, its published editions, and which of them was read at an instant.
 *
 * @param base such as {@code https://yici.hunan.gov.cn}; may be empty
 * @param editions published ones, the oldest first
 */
record Memento(String base, String slug, Language language, List<Stood> editions) {

    /** HTTP's way to write an instant. */
    private static final DateTimeFormatter HTTP = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** @param all of the work, in any order and state */
    static Memento of(String base, String slug, Language language, List<Stood> all) {
        return new Memento(
                base,
                slug,
                language,
                all.stream()
                        .filter(stood -> stood.edition().language() == language)
                        .filter(stood -> stood.standing().publishedAt().isPresent())
                        .sorted(Comparator.comparing(Memento::publishedAt))
                        .toList());
    }

    static Instant publishedAt(Stood stood) {
        return stood.standing().publishedAt().orElseThrow();
    }

    /** What was read then; before anything was published, the first. */
    Optional<Stood> at(Instant instant) {
        return editions.stream()
                .filter(stood -> !publishedAt(stood).isAfter(instant))
                .reduce((_, later) -> later)
                .or(() -> editions.stream().findFirst());
    }

    Optional<Stood> edition(int number) {
        return editions.stream()
                .filter(stood -> stood.edition().number() == number)
                .findFirst();
    }

    String original() {
        return base + "/" + language.code() + "/works/" + slug;
    }

    String timeGate() {
        return base + "/timegate/" + language.code() + "/works/" + slug;
    }

    String timeMap() {
        return base + "/timemap/" + language.code() + "/works/" + slug;
    }

    String address(Stood stood) {
        return original() + "/editions/" + stood.edition().number();
    }

    /** The value of {@code Link} of an edition's page. */
    String linksOf(Stood stood) {
        return "<%s>; rel=\"original\", <%s>; rel=\"timegate\", <%s>; rel=\"timemap\"; type=\"application/link-format\", %s"
                .formatted(original(), timeGate(), timeMap(), link(stood));
    }

    /** All of it as {@code application/link-format}. */
    String map() {
        var mementos = editions.stream().map(this::link).collect(Collectors.joining(",\n"));
        return "<%s>; rel=\"original\",\n<%s>; rel=\"timegate\",\n<%s>; rel=\"self\"; type=\"application/link-format\",\n%s\n"
                .formatted(original(), timeGate(), timeMap(), mementos);
    }

    private String link(Stood stood) {
        var first = stood == editions.getFirst() ? "first " : "";
        var last = stood == editions.getLast() ? "last " : "";
        return "<%s>; rel=\"%s%smemento\"; datetime=\"%s\""
                .formatted(address(stood), first, last, http(publishedAt(stood)));
    }

    static String http(Instant instant) {
        return HTTP.format(instant);
    }

    /** Empty when it is no instant in HTTP's way. */
    static Optional<Instant> read(String header) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header.strip())));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }
}

package yici.site;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The query of an address as it was sent, pair by pair; reading it does not touch the body of a POST. */
record QueryString(List<String> pairs) {

    private static final QueryString NONE = new QueryString(List.of());

    static QueryString of(HttpServletRequest request) {
        return of(Optional.ofNullable(request.getQueryString()).orElse(""));
    }

    static QueryString of(String raw) {
        if (raw.isEmpty()) return NONE;
        return new QueryString(
                Arrays.stream(raw.split("&")).filter(pair -> !pair.isEmpty()).toList());
    }

    Optional<String> first(String name) {
        if (pairs.isEmpty()) return Optional.empty();
        return pairs.stream()
                .filter(pair -> name(pair).equals(name))
                .map(pair -> pair.contains("=") ? decode(pair.substring(pair.indexOf('=') + 1)) : "")
                .findFirst();
    }

    /** Still encoded, in the same order. */
    String without(String... names) {
        if (pairs.isEmpty()) return "";
        return pairs.stream()
                .filter(pair -> !Arrays.asList(names).contains(name(pair)))
                .collect(Collectors.joining("&"));
    }

    private static String name(String pair) {
        int end = pair.indexOf('=');
        return decode(end < 0 ? pair : pair.substring(0, end));
    }

    static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a stray % is nobody's name or choice
        }
    }
}

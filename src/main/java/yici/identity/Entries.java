package yici.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A form as it was posted, to be posted again: address, fields in their order, and the names of the fields that held files (the files
 * themselves are not kept).
 *
 * @param path with its query, an address of this site
 * @param back where the form was; empty when the browser did not say
 * @param owner whose session it was posted in, when that is known
 */
record Entries(String path, List<Field> fields, List<String> files, String back, Optional<UUID> owner) {

    record Field(String name, String value) {}

    static Entries of(HttpServletRequest request, Optional<UUID> owner) {
        var query = request.getQueryString();
        return new Entries(
                request.getRequestURI() + (query == null ? "" : "?" + query),
                fields(request),
                files(request),
                back(request),
                owner);
    }

    boolean hasOnlyFiles() {
        return fields.isEmpty() && !files.isEmpty();
    }

    int size() {
        return fields.stream()
                .mapToInt(field -> 3 * (field.name().length() + field.value().length()))
                .sum();
    }

    /** Neither the token, which is replaced, nor a password, which has no place in a page, nor what the address itself says again. */
    private static List<Field> fields(HttpServletRequest request) {
        var inAddress = namesInAddress(request);
        var fields = new ArrayList<Field>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.equals("_csrf") || name.contains("password")) return;
            Arrays.stream(values)
                    .skip(Collections.frequency(inAddress, name)) // those of the address come first
                    .forEach(value -> fields.add(new Field(name, value)));
        });
        return List.copyOf(fields);
    }

    private static List<String> namesInAddress(HttpServletRequest request) {
        var query = Optional.ofNullable(request.getQueryString()).orElse("");
        return Arrays.stream(query.split("&"))
                .map(pair -> URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8))
                .toList();
    }

    private static List<String> files(HttpServletRequest request) {
        var type = request.getContentType();
        if (type == null || !type.startsWith("multipart/form-data")) return List.of();
        try {
            return request.getParts().stream()
                    .filter(part -> part.getSubmittedFileName() != null)
                    .map(Part::getName)
                    .distinct()
                    .toList();
        } catch (IOException | ServletException e) {
            return List.of();
        }
    }

    private static String back(HttpServletRequest request) {
        var referer = request.getHeader("Referer");
        if (referer == null) return "";
        try {
            var from = URI.create(referer);
            var path = Optional.ofNullable(from.getRawPath()).orElse("");
            var query =
                    Optional.ofNullable(from.getRawQuery()).map(q -> "?" + q).orElse("");
            return BackTo.isOurs(path + query) ? path + query : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}

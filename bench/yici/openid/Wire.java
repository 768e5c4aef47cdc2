package yici.openid;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * HTTP with as little work as the JDK can do it: {@code java.net.http} spends more on a short call than the providers under measurement
 * do, and on two processors that is what would be measured.
 */
final class Wire {

    static {
        System.setProperty("sun.net.http.allowRestrictedHeaders", "true"); // Origin, as a browser sends it
        System.setProperty("http.maxConnections", "64");
    }

    record Answer(String method, URI uri, int status, Map<String, List<String>> headers, String body) {
        List<String> all(String name) {
            return headers.entrySet().stream()
                    .filter(header -> name.equalsIgnoreCase(header.getKey()))
                    .flatMap(header -> header.getValue().stream())
                    .toList();
        }

        Optional<String> first(String name) {
            return all(name).stream().findFirst();
        }
    }

    private Wire() {}

    static Answer get(URI address, Map<String, String> headers) {
        return call("GET", address, headers, "");
    }

    static Answer post(URI address, Map<String, String> headers, String form) {
        return call("POST", address, headers, form);
    }

    private static Answer call(String method, URI address, Map<String, String> headers, String form) {
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setRequestMethod(method);
            headers.forEach(connection::setRequestProperty);
            if (method.equals("POST")) send(connection, form.getBytes(StandardCharsets.UTF_8));
            int status = connection.getResponseCode();
            var answer = status < 400 ? connection.getInputStream() : connection.getErrorStream();
            return new Answer(method, address, status, connection.getHeaderFields(), read(answer));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(HttpURLConnection connection, byte[] form) throws IOException {
        connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(form.length);
        try (var out = connection.getOutputStream()) {
            out.write(form);
        }
    }

    /** To the end, or the connection would not be used again. */
    private static String read(InputStream answer) throws IOException {
        if (answer == null) return "";
        try (answer) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

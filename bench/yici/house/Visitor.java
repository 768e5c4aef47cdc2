package yici.house;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Somebody signed in who asks for pages and sends forms, one after the other. All visitors share one client, as many browsers share a proxy. */
public final class Visitor {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String address = Product.running().url();
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    private Visitor() {}

    public static Visitor signedIn(String login) {
        var visitor = new Visitor();
        visitor.get("/sign-in");
        visitor.post("/sign-in", Map.of("login", login, "password", Browser.PASSWORD));
        return visitor;
    }

    /** The page, which has to be there. */
    public String get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)), 200).body();
    }

    /** @return where the answer leads to: a form that was taken never answers with a page */
    public String post(String path, Map<String, String> fields) {
        var form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&", "", "&_csrf=" + cookies.getOrDefault("csrf", "")));
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", address)
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return send(request, 303).headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> send(HttpRequest.Builder request, int expected) {
        var kept = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        if (!kept.isEmpty()) request.header("Cookie", kept);
        try {
            var response = CLIENT.send(
                    request.header("Accept-Language", "zh-CN").build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            if (response.statusCode() != expected)
                throw new IllegalStateException(
                        response.request().uri() + " answered " + response.statusCode() + "\n" + response.body());
            return response;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        var pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
        cookies.put(pair[0], pair[1]);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

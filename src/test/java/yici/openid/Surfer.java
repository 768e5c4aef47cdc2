package yici.openid;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import yici.house.Browser;
import yici.house.Product;

/** A person's browser that follows the product's own redirects and stops where it is sent to another site. */
final class Surfer {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");
    private static final Pattern REFRESH = Pattern.compile("http-equiv=\"refresh\" content=\"0; url=([^\"]+)\"");
    private static final Pattern ASKED = Pattern.compile("name=\"asked\"\\s+value=\"([0-9a-f]+)\"");

    /** @param left the address of another site the browser was sent to; empty where a page of ours is shown */
    record Seen(int status, String body, String path, String left, HttpResponse<String> response) {

        boolean hasLeft() {
            return !left.isEmpty();
        }

        /** A parameter of the address it was sent to; empty where it is not there. */
        String answer(String name) {
            return parameters(URI.create(left).getRawQuery()).getOrDefault(name, "");
        }

        String asked() {
            var found = ASKED.matcher(body);
            return found.find() ? found.group(1) : "";
        }
    }

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;
    private String token = "";

    Surfer() {
        this(Product.running().url());
    }

    /** @param base another node of the same product */
    Surfer(String base) {
        this.base = base;
    }

    Surfer signIn(String login) {
        get("/sign-in");
        post("/sign-in", Map.of("login", login, "password", Browser.PASSWORD));
        return this;
    }

    /** Whoever is shown a sign-in page on the way. */
    Seen signInOn(Seen page, String login) {
        if (!page.path().startsWith("/sign-in")) throw new AssertionError("no sign-in page but " + page.path());
        var to = parameters(URI.create(page.path()).getRawQuery()).getOrDefault("to", "");
        return post("/sign-in", Map.of("login", login, "password", Browser.PASSWORD, "to", to));
    }

    /** Where there is a question: a department that asks for little has none. */
    Seen agree(Seen page) {
        if (page.hasLeft()) return page;
        return post("/oauth2/agree", Map.of("asked", page.asked(), "answer", "yes"));
    }

    Seen get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address(path))).GET());
    }

    Seen post(String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        if (!token.isEmpty()) all.put("_csrf", token);
        return postForeign(path, all);
    }

    /** As another site's form would. */
    Seen postForeign(String path, Map<String, String> fields) {
        return send(HttpRequest.newBuilder(URI.create(address(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
    }

    /** The same cookies at another node. */
    Surfer at(String otherNode) {
        var other = new Surfer(otherNode);
        cookies.getCookieStore()
                .getCookies()
                .forEach(cookie -> other.cookies.getCookieStore().add(URI.create(otherNode), cookie));
        return other;
    }

    private Seen send(HttpRequest.Builder request) {
        try {
            var response =
                    client.send(request.header("Accept-Language", "zh-CN").build(), BodyHandlers.ofString());
            for (int i = 0; i < 10 && response.statusCode() == 303; i++) {
                var to = response.headers().firstValue("Location").orElseThrow();
                if (!to.startsWith("/") && !to.startsWith(base)) return seen(response, to);
                response = client.send(
                        HttpRequest.newBuilder(URI.create(address(to)))
                                .header("Accept-Language", "zh-CN")
                                .build(),
                        BodyHandlers.ofString());
            }
            var found = TOKEN.matcher(response.body());
            if (found.find()) token = found.group(1);
            var on = REFRESH.matcher(response.body());
            return seen(response, on.find() ? on.group(1).replace("&amp;", "&") : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Seen seen(HttpResponse<String> response, String left) {
        var uri = response.uri();
        var path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        return new Seen(response.statusCode(), response.body(), path, left, response);
    }

    private String address(String path) {
        return path.startsWith("http") ? path : base + path;
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    static Map<String, String> parameters(String query) {
        return query == null ? Map.of() : Parameters.read(query).byName();
    }
}

package yici.house;

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
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import yici.kit.Language;

/** A visitor without a screen: keeps cookies, carries the token of the last form seen. For journeys where looking adds nothing. */
public final class Http {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");

    private final HttpClient client;
    private final Language language;
    private String token = "";

    public Http() {
        this(Language.ZH);
    }

    public Http(Language language) {
        this.language = language;
        this.client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** Follows redirects, as a browser does. */
    public HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(address(path)).GET();
        if (headers.length > 0) request.headers(headers);
        return send(request);
    }

    /** Sends a form with the token of the last page read. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", Product.running().url()) // as browsers do
                .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
    }

    /** With the password of the demonstration accounts. */
    public HttpResponse<String> signIn(String login) {
        get("/sign-in");
        return post("/sign-in", Map.of("login", login, "password", Browser.PASSWORD));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var response = client.send(
                    request.header("Accept-Language", language.tag()).build(), BodyHandlers.ofString());
            remember(response.body());
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void remember(String page) {
        var found = TOKEN.matcher(page);
        if (found.find()) token = found.group(1);
    }

    private String form(Map<String, String> fields) {
        var typed = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return token.isEmpty() ? typed : typed + (typed.isEmpty() ? "" : "&") + "_csrf=" + encoded(token);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static URI address(String path) {
        return URI.create(Product.running().url() + path);
    }
}

package yici.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;
import yici.house.Browser;
import yici.house.Product;

/** A browser's bare hands: follows nothing by itself, loses cookies on demand, sends what headers it is told to. */
final class Client {

    private static final Pattern INPUT = Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    HttpResponse<String> get(String path, String... headers) {
        return send(HttpRequest.newBuilder(uri(path)).GET(), headers);
    }

    HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        var pairs = new ArrayList<String>();
        fields.forEach((name, value) -> pairs.add(encoded(name) + "=" + encoded(value)));
        return send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))),
                headers);
    }

    HttpResponse<String> postParts(String path, Map<String, String> fields, String file, int bytes, String... headers) {
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--b\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append("--b\r\nContent-Disposition: form-data; name=\"" + file
                + "\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n");
        body.append("x".repeat(bytes)).append("\r\n--b--\r\n");
        return send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())),
                headers);
    }

    /** Signs in with the password of all, as a person would. */
    Client signIn(String login) {
        var fields = hidden(get("/sign-in").body());
        fields.putAll(Map.of("login", login, "password", Browser.PASSWORD));
        var answer = post("/sign-in", fields);
        if (answer.statusCode() != 303) throw new AssertionError("not signed in: " + answer.statusCode());
        return this;
    }

    void lose(String cookie) {
        for (HttpCookie kept : List.copyOf(cookies.getCookieStore().getCookies()))
            if (kept.getName().equals(cookie)) cookies.getCookieStore().remove(null, kept);
    }

    /** The hidden fields of the last form of a page, which is the one in the middle. */
    static Map<String, String> hidden(String page) {
        var main = page.substring(page.indexOf("<main"));
        var fields = new LinkedHashMap<String, String>();
        var found = INPUT.matcher(main);
        while (found.find()) fields.put(found.group(1), HtmlUtils.htmlUnescape(found.group(2)));
        return fields;
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        try {
            if (headers.length > 0) request.headers(headers);
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static URI uri(String path) {
        return URI.create(Product.running().url() + path);
    }
}

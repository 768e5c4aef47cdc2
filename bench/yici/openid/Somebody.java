package yici.openid;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person with a browser, and the party they sign in to: code flow with PKCE and a client secret, the least every provider has in common.
 * The sign-in form is filled in as it is found: the text field with the login, the password field with the password.
 */
final class Somebody {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private static final Pattern FORM =
            Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern FIELD =
            Pattern.compile("<(?:input|button)\\b([^>]*)>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*\\bhref=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MOST_STEPS = 8;

    /** What providers call the button that agrees; the first of a form counts. */
    private static final Set<String> CONSENT_BUTTONS = Set.of("decision", "agree", "answer");

    private final Provider provider;
    private final String login;
    private final Map<String, String> cookies = new HashMap<>();
    private String refreshToken = "";
    private String accessToken = "";

    Somebody(Provider provider, String login) {
        this.provider = provider;
        this.login = login;
    }

    /** Who has never been here asks for the sign-in page. */
    void loginPage() {
        cookies.clear();
        var page = untilPage(authorization(verifier()));
        if (!page.body().contains("type=\"password\"")) throw wrong(page);
    }

    /** From nothing to tokens and what they tell. */
    void signIn() {
        cookies.clear();
        var verifier = verifier();
        tokens(verifier, code(authorization(verifier)));
        userInfo();
    }

    /** Already signed in: another party asks, and gets its tokens without a question. */
    void hop() {
        var verifier = verifier();
        var answer = get(authorization(verifier));
        if (!isBack(answer)) throw wrong(answer);
        tokens(verifier, parameter(location(answer), "code"));
    }

    void refresh() {
        var answer = token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
        refreshToken = answer.get("refresh_token").asString();
        accessToken = answer.get("access_token").asString();
    }

    void clientCredentials() {
        token(Map.of("grant_type", "client_credentials"));
    }

    void userInfo() {
        var request = HttpRequest.newBuilder(provider.endpoint("userinfo"))
                .header("Authorization", "Bearer " + accessToken)
                .build();
        var answer = send(request);
        if (answer.statusCode() != 200 || !answer.body().contains("\"sub\"")) throw wrong(answer);
    }

    private URI authorization(String verifier) {
        return URI.create(provider.endpoint("authorization") + "?"
                + query(Map.of(
                        "response_type",
                        "code",
                        "client_id",
                        provider.clientId(),
                        "redirect_uri",
                        provider.redirect(),
                        "scope",
                        "openid profile",
                        "state",
                        "s" + RANDOM.nextInt(1 << 30),
                        "nonce",
                        "n" + RANDOM.nextInt(1 << 30),
                        "code_challenge",
                        challenge(verifier),
                        "code_challenge_method",
                        "S256")));
    }

    private void tokens(String verifier, String code) {
        var answer = token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                provider.redirect(),
                "code_verifier",
                verifier));
        accessToken = answer.get("access_token").asString();
        refreshToken = answer.get("refresh_token").asString();
    }

    private JsonNode token(Map<String, String> fields) {
        var secret = provider.clientId() + ":" + provider.clientSecret();
        var request = HttpRequest.newBuilder(provider.endpoint("token"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(query(fields)))
                .build();
        var answer = send(request);
        if (answer.statusCode() != 200) throw wrong(answer);
        return JsonMapper.shared().readTree(answer.body());
    }

    /** Through forms and redirects until the provider sends the browser back with a code. */
    private String code(URI address) {
        var answer = get(address);
        for (int step = 0; step < MOST_STEPS; step++) {
            var back = wayBack(answer);
            if (back.isPresent()) return parameter(back.get(), "code");
            answer = isRedirect(answer) ? get(location(answer)) : fillIn(answer);
        }
        throw wrong(answer);
    }

    private HttpResponse<String> untilPage(URI address) {
        var answer = get(address);
        for (int step = 0; step < MOST_STEPS && isRedirect(answer); step++) answer = get(location(answer));
        return answer;
    }

    /** The form with the password field; where there is none, the one form of a page that asks for consent. */
    private HttpResponse<String> fillIn(HttpResponse<String> page) {
        var form = forms(page.body()).stream()
                .filter(f -> f.method().equalsIgnoreCase("post"))
                .filter(f -> f.fields().containsKey("") || f.hasPassword() || f.consents())
                .max((a, b) -> Boolean.compare(a.hasPassword(), b.hasPassword()))
                .orElseThrow(() -> wrong(page));
        var request = HttpRequest.newBuilder(page.uri().resolve(form.action()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", page.uri().getScheme() + "://" + page.uri().getAuthority())
                .POST(HttpRequest.BodyPublishers.ofString(query(form.fields())));
        return withCookies(request);
    }

    private record Form(
            String action, String method, Map<String, String> fields, boolean hasPassword, boolean consents) {}

    private List<Form> forms(String html) {
        var found = new ArrayList<Form>();
        var forms = FORM.matcher(html);
        while (forms.find()) {
            var fields = new LinkedHashMap<String, String>();
            boolean password = false;
            boolean consents = false;
            var inputs = FIELD.matcher(forms.group(2));
            while (inputs.find()) {
                var name = attribute(inputs.group(1), "name");
                if (name.isEmpty()) continue;
                switch (attribute(inputs.group(1), "type")) {
                    case "password" -> {
                        password = true;
                        fields.put(name, provider.password());
                    }
                    case "hidden" -> fields.put(name, attribute(inputs.group(1), "value"));
                    case "text", "tel", "email" -> fields.put(name, login);
                    case "submit", "" -> {
                        consents = consents || CONSENT_BUTTONS.contains(name);
                        fields.putIfAbsent(name, attribute(inputs.group(1), "value"));
                    }
                    default -> {}
                }
            }
            found.add(new Form(
                    unescaped(attribute(forms.group(1), "action")),
                    attribute(forms.group(1), "method"),
                    fields,
                    password,
                    consents));
        }
        return found;
    }

    private static String attribute(String tag, String name) {
        var found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE)
                .matcher(tag);
        return found.find() ? unescaped(found.group(1)) : "";
    }

    private static String unescaped(String text) {
        return text.replace("&amp;", "&").replace("&#34;", "\"").replace("&quot;", "\"");
    }

    /** By a redirect, or by the link of a page that goes on by itself: a form may not lead to a stranger. */
    private Optional<URI> wayBack(HttpResponse<String> answer) {
        if (isRedirect(answer)) return Optional.of(location(answer)).filter(this::isBack);
        var links = LINK.matcher(answer.body());
        return links.results()
                .map(link -> answer.uri().resolve(unescaped(link.group(1))))
                .filter(this::isBack)
                .findFirst();
    }

    private boolean isBack(URI address) {
        return address.toString().startsWith(provider.redirect());
    }

    private boolean isBack(HttpResponse<String> answer) {
        return isRedirect(answer) && isBack(location(answer));
    }

    private static boolean isRedirect(HttpResponse<String> answer) {
        return answer.statusCode() == 302 || answer.statusCode() == 303;
    }

    private static URI location(HttpResponse<String> answer) {
        return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
    }

    private static String parameter(URI address, String name) {
        for (var pair : address.getRawQuery().split("&"))
            if (pair.startsWith(name + "="))
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
        throw new IllegalStateException("no " + name + " in " + address);
    }

    private HttpResponse<String> get(URI address) {
        return withCookies(HttpRequest.newBuilder(address));
    }

    private HttpResponse<String> withCookies(HttpRequest.Builder request) {
        if (!cookies.isEmpty())
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        var answer = send(request.header("Accept-Language", "en")
                .header("Accept", "text/html")
                .build());
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        return answer;
    }

    private void keep(String cookie) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) cookies.remove(pair[0]);
        else cookies.put(pair[0], pair[1]);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static IllegalStateException wrong(HttpResponse<String> answer) {
        return new IllegalStateException(
                answer.request().method() + " " + answer.uri() + " answered " + answer.statusCode() + " "
                        + answer.headers().firstValue("Location").orElse("") + "\n" + answer.body());
    }

    private static String verifier() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String query(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

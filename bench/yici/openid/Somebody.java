package yici.openid;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
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
        var answer = Wire.get(provider.endpoint("userinfo"), Map.of("Authorization", "Bearer " + accessToken));
        if (answer.status() != 200 || !answer.body().contains("\"sub\"")) throw wrong(answer);
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
        var basic = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        var answer = Wire.post(provider.endpoint("token"), Map.of("Authorization", "Basic " + basic), query(fields));
        if (answer.status() != 200) throw wrong(answer);
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

    private Wire.Answer untilPage(URI address) {
        var answer = get(address);
        for (int step = 0; step < MOST_STEPS && isRedirect(answer); step++) answer = get(location(answer));
        return answer;
    }

    /** The form with the password field; where there is none, the one form of a page that asks for consent. */
    private Wire.Answer fillIn(Wire.Answer page) {
        var form = forms(page.body()).stream()
                .filter(f -> f.method().equalsIgnoreCase("post"))
                .filter(f -> f.fields().containsKey("") || f.hasPassword() || f.consents())
                .max((a, b) -> Boolean.compare(a.hasPassword(), b.hasPassword()))
                .orElseThrow(() -> wrong(page));
        var origin = page.uri().getScheme() + "://" + page.uri().getAuthority();
        var headers = headers();
        headers.put("Origin", origin);
        return kept(Wire.post(page.uri().resolve(form.action()), headers, query(form.fields())));
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
    private Optional<URI> wayBack(Wire.Answer answer) {
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

    private boolean isBack(Wire.Answer answer) {
        return isRedirect(answer) && isBack(location(answer));
    }

    private static boolean isRedirect(Wire.Answer answer) {
        return answer.status() == 302 || answer.status() == 303;
    }

    private static URI location(Wire.Answer answer) {
        return answer.uri().resolve(answer.first("Location").orElseThrow());
    }

    private static String parameter(URI address, String name) {
        for (var pair : address.getRawQuery().split("&"))
            if (pair.startsWith(name + "="))
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
        throw new IllegalStateException("no " + name + " in " + address);
    }

    private Wire.Answer get(URI address) {
        return kept(Wire.get(address, headers()));
    }

    private Map<String, String> headers() {
        var headers = new HashMap<>(Map.of("Accept-Language", "en", "Accept", "text/html"));
        if (!cookies.isEmpty())
            headers.put(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        return headers;
    }

    private Wire.Answer kept(Wire.Answer answer) {
        answer.all("Set-Cookie").forEach(this::keep);
        return answer;
    }

    private void keep(String cookie) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) cookies.remove(pair[0]);
        else cookies.put(pair[0], pair[1]);
    }

    private static IllegalStateException wrong(Wire.Answer answer) {
        return new IllegalStateException(answer.method() + " " + answer.uri() + " answered " + answer.status() + " "
                + answer.first("Location").orElse("") + "\n" + answer.body());
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

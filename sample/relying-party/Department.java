import com.nimbusds.jose.JOSEException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * A department's own web application, as small as one can be that signs people on at Yici by FAPI 2.0. See README.md.
 *
 * <pre>java -cp nimbus-jose-jwt.jar Department.java ISSUER PORT CLIENT_ID FOLDER</pre>
 */
public final class Department {

    private static final String SESSION = "department";
    private static final String WAITING = "department-waits";
    private static final int LARGEST_BYTES = 64 * 1024;

    /** The level a sensitive page asks for: a real person was matched, or a second factor shown. Level 5 is more than enough. */
    private static final String SENSITIVE = "urn:yici:trust:4 urn:yici:trust:5";

    private final Provider provider;
    private final Sessions sessions = new Sessions();
    private final OwnKey key;
    private final String cookieEnd;
    private final String policy;

    private Department(String issuer, String clientId, String home, OwnKey key) throws Exception {
        this.provider = new Provider(issuer, clientId, home, key);
        this.key = key;
        // two of them on one machine share its cookies, so each names its own by its port
        this.cookieEnd = "-" + home.substring(home.lastIndexOf(':') + 1);
        this.policy = "default-src 'none'; style-src 'self'; form-action 'self' " + issuer + "; frame-ancestors 'none'; base-uri 'none'";
    }

    public static void main(String[] args) throws Exception {
        if (args.length != 4) {
            System.err.println("Department ISSUER PORT CLIENT_ID FOLDER");
            System.exit(2);
        }
        int port = Integer.parseInt(args[1]);
        var home = "http://localhost:" + port;
        var department = new Department(args[0], args[2], home, OwnKey.in(Path.of(args[3])));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", department::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        System.out.println("The department's system is at " + home);
    }

    private void answer(HttpExchange call) throws IOException {
        try {
            switch (call.getRequestMethod() + " " + call.getRequestURI().getPath()) {
                case "GET /" -> front(call);
                case "GET /records" -> records(call);
                case "GET /sensitive" -> sensitive(call);
                case "GET /return" -> comeBack(call);
                case "POST /sign-out" -> signOut(call);
                case "GET /goodbye" -> page(call, 200, "您已退出 · Signed out", OUT + HOME);
                case "POST /backchannel-logout" -> toldThatOver(call);
                case "GET /look.css" -> send(call, 200, "text/css; charset=utf-8", LOOK);
                case "GET /keys" -> send(call, 200, "application/jwk-set+json", key.published());
                default -> page(call, 404, "没有这个页面 · No such page", HOME);
            }
        } catch (Provider.Unwilling unwilling) {
            page(call, 403, "您没有同意登录 · You chose not to sign in",
                    "<p>本系统没有得到您的任何信息。 · Nothing about you has come here.</p>" + AGAIN);
        } catch (Provider.Refused refused) {
            page(call, 502, "登录没有完成 · Signing in did not work", "<p>" + safe(refused.getMessage()) + "</p>" + AGAIN);
        } catch (IOException e) {
            System.err.println(call.getRequestURI().getPath() + ": " + e);
            page(call, 502, "暂时无法登录 · Signing in is not possible just now", AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ParseException | JOSEException e) {
            page(call, 400, "登录没有完成 · Signing in did not work", AGAIN);
        } finally {
            call.close();
        }
    }

    // --- pages -----------------------------------------------------------------------------------------------------

    private static final String LOOK = """
            body { max-width: 36rem; margin: 2rem auto; padding: 0 1rem; font: 1.125rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere }
            h1 { font-size: 1.6rem; line-height: 1.25 } dt { color: #505a5f } dd { margin: 0 0 .75rem } button { font: inherit; padding: .4rem 1rem }
            """;
    private static final String HOME = "<p><a href=\"/\">首页 · Home</a></p>";
    private static final String OUT = "<p>统一登录也已退出。 · You are signed out of the single sign-on too.</p>";
    private static final String AGAIN = "<p><a href=\"/records\">再试一次 · Try again</a></p>" + HOME;

    private void front(HttpExchange call) throws IOException {
        var who = me(call)
                .map(person -> "<p>您好，" + safe(person.name()) + "。 · Hello.</p>")
                .orElse("<p>您尚未登录。 · You are not signed in.</p>");
        page(call, 200, "示范部门业务系统 · A department's system",
                who + "<ul><li><a href=\"/records\">我的记录 · My records</a></li>"
                        + "<li><a href=\"/sensitive\">敏感信息 · Sensitive</a></li></ul>");
    }

    private void records(HttpExchange call) throws IOException, InterruptedException, ParseException, Provider.Refused {
        var me = me(call);
        if (me.isEmpty()) signOn(call, "", "/records");
        else page(call, 200, "我的记录 · My records", facts(me.get()) + SIGN_OUT + HOME);
    }

    private void sensitive(HttpExchange call) throws IOException, InterruptedException, ParseException, Provider.Refused {
        var me = me(call);
        boolean sureEnough = me.filter(person -> SENSITIVE.contains(person.acr())).isPresent();
        if (!sureEnough) signOn(call, SENSITIVE, "/sensitive");
        else page(call, 200, "敏感信息 · Sensitive", facts(me.get()) + SIGN_OUT + HOME);
    }

    private static final String SIGN_OUT =
            "<form method=\"post\" action=\"/sign-out\"><button>退出 · Sign out everywhere</button></form>";

    private static String facts(Provider.Person person) {
        var acting = person.actingFor().isEmpty() ? "本人 · oneself" : safe(person.actingFor());
        return "<dl><dt>姓名 · Name</dt><dd id=\"name\">" + safe(person.name())
                + "</dd><dt>认证级别 · Level</dt><dd id=\"level\">" + safe(person.acr())
                + "</dd><dt>代表 · Acting for</dt><dd id=\"acting\">" + acting
                + "</dd><dt>在本部门的编号 · Known here as</dt><dd id=\"sub\">" + safe(person.sub()) + "</dd></dl>";
    }

    // --- signing on and out ------------------------------------------------------------------------------------------

    private void signOn(HttpExchange call, String acr, String then)
            throws IOException, InterruptedException, ParseException, Provider.Refused {
        var asked = provider.ask(acr, then);
        var to = provider.addressFor(asked);
        cookie(call, WAITING, sessions.wait(asked), 1800);
        goTo(call, to);
    }

    private void comeBack(HttpExchange call)
            throws IOException, InterruptedException, ParseException, JOSEException, Provider.Refused, Provider.Unwilling {
        var asked = cookie(call, WAITING).flatMap(sessions::waited);
        if (asked.isEmpty()) {
            page(call, 400, "登录已过期 · Signing in took too long", AGAIN);
            return;
        }
        var person = provider.take(asked.get(), fields(call.getRequestURI().getRawQuery()));
        cookie(call, SESSION).ifPresent(sessions::end); // whoever was here before is not taken over
        cookie(call, WAITING, "", 0);
        cookie(call, SESSION, sessions.begin(person), 12 * 3600);
        goTo(call, asked.get().then());
    }

    private void signOut(HttpExchange call) throws IOException {
        var person = cookie(call, SESSION).flatMap(sessions::end);
        cookie(call, SESSION, "", 0);
        goTo(call, person.map(provider::goodbye).orElse("/"));
    }

    private void toldThatOver(HttpExchange call) throws IOException, ParseException, JOSEException {
        var sent = fields(new String(bounded(call.getRequestBody()), StandardCharsets.UTF_8));
        try {
            var claims = provider.logout(sent.getOrDefault("logout_token", ""));
            sessions.endAll(claims.getStringClaim("sid"), claims.getJWTID());
            send(call, 200, "application/json", "{}");
        } catch (Provider.Refused refused) {
            send(call, 400, "application/json", "{\"error\":\"invalid_request\"}");
        }
    }

    private Optional<Provider.Person> me(HttpExchange call) {
        return cookie(call, SESSION).flatMap(sessions::find);
    }

    // --- HTTP --------------------------------------------------------------------------------------------------------

    private Optional<String> cookie(HttpExchange call, String name) {
        for (var line : call.getRequestHeaders().getOrDefault("Cookie", java.util.List.of()))
            for (var one : line.split("; *"))
                if (one.startsWith(name + cookieEnd + "=")) return Optional.of(one.substring(one.indexOf('=') + 1));
        return Optional.empty();
    }

    /** Lax keeps other sites' forms from signing somebody out; over https it would be Secure and named __Host-. */
    private void cookie(HttpExchange call, String name, String value, int seconds) {
        var cookie = name + cookieEnd + "=" + value + "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + seconds;
        call.getResponseHeaders().add("Set-Cookie", cookie);
    }

    private static Map<String, String> fields(String form) {
        var fields = new HashMap<String, String>();
        for (var pair : (form == null ? "" : form).split("&")) {
            int is = pair.indexOf('=');
            if (is > 0) fields.putIfAbsent(decoded(pair.substring(0, is)), decoded(pair.substring(is + 1)));
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }

    private static byte[] bounded(InputStream in) throws IOException {
        return in.readNBytes(LARGEST_BYTES);
    }

    private static void goTo(HttpExchange call, String address) throws IOException {
        call.getResponseHeaders().set("Location", address);
        call.getResponseHeaders().set("Cache-Control", "no-store");
        call.sendResponseHeaders(303, -1);
    }

    private void page(HttpExchange call, int status, String title, String body) throws IOException {
        call.getResponseHeaders().set("Content-Security-Policy", policy);
        send(call, status, "text/html; charset=utf-8",
                "<!doctype html><html lang=\"zh-CN\"><meta name=\"viewport\" content=\"width=device-width\"><title>"
                        + title + "</title><link rel=\"stylesheet\" href=\"/look.css\"><h1>" + title + "</h1>" + body + "</html>");
    }

    private static void send(HttpExchange call, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", type);
        call.getResponseHeaders().set("Cache-Control", "no-store");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
    }

    private static String safe(String text) {
        return String.valueOf(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}

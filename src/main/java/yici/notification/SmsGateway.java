package yici.notification;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Short messages by HTTP: {@code POST {"id", "to", "text"}} as JSON with a bearer token. Any 2xx is done; 429 and 5xx are tried again; the
 * id is also the {@code Idempotency-Key}, so that a doubt does not become a second message.
 */
final class SmsGateway implements Carrier {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI url;
    private final String token;
    private final JsonMapper json;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    SmsGateway(URI url, String token, JsonMapper json) {
        this.url = url;
        this.token = token;
        this.json = json;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public void carry(String id, Message message) throws Undelivered {
        int status = status(request(id, message));
        if (status / 100 == 2) return;
        if (status == 429 || status >= 500) throw Undelivered.forNow("gateway answered " + status);
        throw Undelivered.forEver("gateway answered " + status);
    }

    private HttpRequest request(String id, Message message) {
        var request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", id)
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        json.writeValueAsBytes(Map.of("id", id, "to", message.to(), "text", message.text()))));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        return request.build();
    }

    private int status(HttpRequest request) throws Undelivered {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw Undelivered.forNow("gateway not reached: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Undelivered.forNow("interrupted");
        }
    }
}

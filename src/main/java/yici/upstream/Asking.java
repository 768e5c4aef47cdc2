package yici.upstream;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Asks another provider for JSON, bounded in time, size and number, and follows nobody elsewhere. */
@Component
class Asking {

    private static final Logger log = LoggerFactory.getLogger(Asking.class);
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int WHOLE_SECONDS = 5;
    private static final int LARGEST_BYTES = 256 * 1024;

    sealed interface Reply {
        record Json(int status, Map<String, Object> body) implements Reply {
            boolean isGood() {
                return status == 200;
            }

            /** Empty for what is not there or no text. */
            String text(String name) {
                return body.get(name) instanceof String text ? text : "";
            }
        }

        /** No answer, or none in time, or none that can be read. */
        record Nothing() implements Reply {}
    }

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Semaphore places = new Semaphore(50);

    Reply get(URI address, Map<String, String> headers) {
        return ask(address, HttpRequest.newBuilder(address).GET(), headers);
    }

    Reply post(URI address, Map<String, String> form, Map<String, String> headers) {
        return ask(
                address,
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form(form))),
                headers);
    }

    private Reply ask(URI address, HttpRequest.Builder request, Map<String, String> headers) {
        if (!Providers.isSafe(address) || !places.tryAcquire()) return new Reply.Nothing();
        headers.forEach(request::header);
        request.header("Accept", "application/json").timeout(Duration.ofSeconds(WHOLE_SECONDS));
        try {
            return answer(address, request.build());
        } finally {
            places.release();
        }
    }

    private Reply answer(URI address, HttpRequest request) {
        var coming = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_BYTES));
        try {
            var came = coming.get(WHOLE_SECONDS, TimeUnit.SECONDS);
            return new Reply.Json(
                    came.statusCode(),
                    JsonMapper.shared().readValue(came.body(), new TypeReference<Map<String, Object>>() {}));
        } catch (TimeoutException | ExecutionException | CancellationException | JacksonException e) {
            coming.cancel(true);
            log.warn("no good answer from {}{}: {}", address.getHost(), address.getPath(), reason(e));
            return new Reply.Nothing();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Nothing();
        }
    }

    /** Never the message: what the other side sent may stand in it. */
    private static String reason(Exception e) {
        var cause = e.getCause() instanceof IOException inner ? inner : e;
        return cause.getClass().getSimpleName();
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

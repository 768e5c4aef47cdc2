package yici.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import yici.house.Product;
import yici.kit.Ids;

/** The two gateways against servers on this machine, and what becomes of a message that does not get through. */
class CarriersTest {

    private final Product product = Product.running();
    private final Outbox outbox = product.bean(Outbox.class);
    private final Clock clock = product.clock();

    @Test
    void a_short_message_is_posted_as_json_with_token_and_id() throws Exception {
        var got = new AtomicReference<>("");
        try (var gateway = new Gateway(200, got)) {
            new SmsGateway(gateway.url(), "secret", new JsonMapper()).carry("id-1", sms("13900000001"));
        }

        assertThat(got.get()).contains("Bearer secret", "\"to\":\"13900000001\"", "\"text\":\"验证码 123456\"", "id-1");
    }

    @Test
    void a_busy_gateway_is_asked_again_and_one_that_refuses_is_not() throws Exception {
        for (int status : new int[] {429, 500, 503})
            assertThat(refusal(status).again()).isTrue();
        for (int status : new int[] {400, 401, 404, 302})
            assertThat(refusal(status).again()).isFalse();
        assertThat(notThere().again()).isTrue();
    }

    @Test
    void a_letter_arrives_with_subject_text_and_an_id_of_ours() throws Exception {
        try (var server = new SmtpServer()) {
            var mail = new MailServer(URI.create(server.url()), "yici@example.cn", clock);
            mail.carry("id-2", mail("li.na@example.cn"));

            var letter = server.letters.getFirst();
            assertThat(letter)
                    .contains(
                            "From: yici@example.cn",
                            "To: li.na@example.cn",
                            "Message-ID: <id-2@example.cn>",
                            "Auto-Submitted");
            assertThat(body(letter)).isEqualTo("验证码 123456");
        }
    }

    @Test
    void a_recipient_the_mail_server_does_not_know_is_given_up() throws Exception {
        try (var server = new SmtpServer()) {
            var mail = new MailServer(URI.create(server.url()), "yici@example.cn", clock);

            assertThatThrownBy(() -> mail.carry("id-3", mail("nobody@example.cn")))
                    .isInstanceOfSatisfying(
                            Carrier.Undelivered.class,
                            why -> assertThat(why.again()).isFalse())
                    .hasMessageNotContaining("nobody");
        }
    }

    @Test
    void a_message_that_went_out_leaves_neither_text_nor_recipient_behind() throws Exception {
        try (var gateway = new Gateway(200, new AtomicReference<>(""))) {
            var id = waiting(sms("13900000009"));

            assertThat(deliver(gateway.url()).deliver(id, 0)).isEqualTo(new DeliverMessage.Result.Done());
            assertThat(outbox.waiting(id)).isEmpty();
            assertThat(row(id)).isEqualTo("SENT|||");
        }
    }

    @Test
    void it_is_tried_ever_later_and_then_given_up() throws Exception {
        try (var gateway = new Gateway(503, new AtomicReference<>(""))) {
            var id = waiting(sms("13900000009"));
            var deliver = deliver(gateway.url());

            assertThat(deliver.deliver(id, 0)).isEqualTo(new DeliverMessage.Result.Again(Duration.ofSeconds(5)));
            assertThat(deliver.deliver(id, 3)).isEqualTo(new DeliverMessage.Result.Again(Duration.ofSeconds(40)));
            assertThat(deliver.deliver(id, DeliverMessage.MOST_TRIES - 1)).isEqualTo(new DeliverMessage.Result.Done());
            assertThat(row(id)).isEqualTo("FAILED|||gateway answered 503");
        }
    }

    @Test
    void what_is_of_no_use_any_more_is_not_sent() throws Exception {
        var got = new AtomicReference<>("");
        try (var gateway = new Gateway(200, got)) {
            var late = new Message(
                    Channel.SMS,
                    "13900000009",
                    "",
                    "验证码 123456",
                    clock.instant().minusSeconds(1));

            deliver(gateway.url()).deliver(waiting(late), 0);
        }

        assertThat(got.get()).isEmpty();
    }

    @Test
    void a_wrong_setting_is_said_at_the_start() {
        assertThatThrownBy(() -> new Carriers("ftp://x", "", "", "", new JsonMapper(), clock))
                .hasMessageContaining("YICI_SMS_URL");
        assertThatThrownBy(() -> new Carriers("", "", "smtp://mail.example.cn", "", new JsonMapper(), clock))
                .hasMessageContaining("YICI_MAIL_FROM");
    }

    private DeliverMessage deliver(URI gateway) {
        var carriers = new Carriers(gateway.toString(), "", "", "", new JsonMapper(), clock);
        return new DeliverMessage(outbox, carriers, clock);
    }

    private UUID waiting(Message message) {
        var id = Ids.fresh(clock);
        outbox.add(id, message, Outbox.State.WAITING, clock.instant());
        return id;
    }

    private String row(UUID id) {
        return product.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql(
                        "select state || '|' || recipient || '|' || body || '|' || trouble from notification.message where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private Message sms(String to) {
        return new Message(Channel.SMS, to, "", "验证码 123456", clock.instant().plusSeconds(300));
    }

    private static Message mail(String to) {
        return new Message(Channel.MAIL, to, "一次：验证码", "验证码 123456", Instant.MAX);
    }

    private static String body(String letter) {
        var lines = letter.substring(letter.indexOf("\n\n")).replaceAll("\\s", "");
        return new String(Base64.getDecoder().decode(lines), StandardCharsets.UTF_8).strip();
    }

    private Carrier.Undelivered refusal(int status) throws IOException {
        try (var gateway = new Gateway(status, new AtomicReference<>(""))) {
            return undelivered(gateway.url());
        }
    }

    private Carrier.Undelivered notThere() throws IOException {
        var gateway = new Gateway(200, new AtomicReference<>(""));
        gateway.close();
        return undelivered(gateway.url());
    }

    private Carrier.Undelivered undelivered(URI url) {
        try {
            new SmsGateway(url, "", new JsonMapper()).carry("id", sms("13900000001"));
            throw new AssertionError("delivered");
        } catch (Carrier.Undelivered why) {
            return why;
        }
    }

    /** Writes down what it got. */
    private static final class Gateway implements AutoCloseable {
        private final HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);

        Gateway(int status, AtomicReference<String> got) throws IOException {
            server.createContext("/sms", exchange -> {
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                got.set(exchange.getRequestHeaders().entrySet() + body);
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            });
            server.start();
        }

        URI url() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sms");
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}

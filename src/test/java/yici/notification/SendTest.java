package yici.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import yici.house.Http;
import yici.house.Product;

class SendTest {

    private final Product product = Product.running();
    private final Messages messages = product.bean(Messages.class);
    private final TransactionTemplate transaction = product.bean(TransactionTemplate.class);

    @Test
    void without_a_gateway_a_message_is_shown_on_a_page_of_this_machine_only() {
        send(sms("13611110001", "您好，测试一"));

        assertThat(new Http().get("/dev/messages").body()).contains("13611110001", "您好，测试一");
        assertThat(new Http()
                        .get("/dev/messages", "X-Forwarded-For", "203.0.113.9")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_act_that_is_rolled_back_told_nobody() {
        transaction.executeWithoutResult(status -> {
            messages.send(sms("13611110002", "没有发生"));
            status.setRollbackOnly();
        });

        assertThat(Inbox.newest("13611110002")).isEmpty();
        assertThatThrownBy(() -> messages.send(sms("13611110002", "没有事务")))
                .isInstanceOf(org.springframework.transaction.IllegalTransactionStateException.class);
    }

    @Test
    void one_recipient_gets_ten_an_hour_however_written_and_others_are_not_touched() {
        for (int i = 0; i < Quotas.PER_HOUR; i++)
            assertThat(send(mail("Li@Example.cn"))).isEqualTo(new Sending.Queued());

        assertThat(send(mail("li@example.cn"))).isInstanceOf(Sending.TooMany.class);
        assertThat(send(mail("na@example.cn"))).isEqualTo(new Sending.Queued());
    }

    @Test
    void to_pretend_takes_the_same_quota_and_reaches_nobody() {
        for (int i = 0; i < Quotas.PER_HOUR; i++)
            assertThat(pretend(sms("13611110003", "x"))).isEqualTo(new Sending.Queued());

        assertThat(pretend(sms("13611110003", "x"))).isInstanceOf(Sending.TooMany.class);
        assertThat(Inbox.newest("13611110003")).isEqualTo(Optional.empty());
    }

    @Test
    void a_message_in_a_log_names_nobody() {
        assertThat(sms("13611110004", "验证码 123456").toString()).isEqualTo("Message[SMS to 136****0004]");
        assertThat(mail("li.na@example.cn").toString()).isEqualTo("Message[MAIL to li***@example.cn]");
        assertThat(mail("l@example.cn").toString()).isEqualTo("Message[MAIL to *@example.cn]");
    }

    @Test
    void a_line_break_cannot_be_smuggled_into_a_header() {
        assertThatThrownBy(() -> mail("li@example.cn\r\nBcc: all@example.cn"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Sending pretend(Message message) {
        return transaction.execute(_ -> messages.pretend(message));
    }

    private Sending send(Message message) {
        return transaction.execute(_ -> messages.send(message));
    }

    private Message sms(String to, String text) {
        return new Message(Channel.SMS, to, "", text, product.clock().instant().plusSeconds(300));
    }

    private Message mail(String to) {
        return new Message(
                Channel.MAIL, to, "题目", "正文", product.clock().instant().plusSeconds(300));
    }
}

package yici.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.notification.Channel;

/** The telephone and the mail box that a person has shown to be theirs, by a code that was sent there. */
@Component
class Reached {

    private final JdbcClient db;

    Reached(JdbcClient db) {
        this.db = db;
    }

    Optional<String> at(UUID account, Channel channel) {
        return db.sql("select address from identity.reached where account = :account and channel = :channel")
                .param("account", account)
                .param("channel", channel.name())
                .query(String.class)
                .optional();
    }

    /** The person who signs in with codes to this telephone; one at most. */
    Optional<UUID> personAt(String phone) {
        return db.sql("select account from identity.reached where address = :phone and signs_in")
                .param("phone", phone)
                .query(UUID.class)
                .optional();
    }

    /**
     * In place of the one before. A number that another person had shown to be theirs is now this one's: networks give numbers away again,
     * and it is the newer code that was read.
     *
     * @return the person who had it before
     */
    Optional<UUID> confirm(UUID account, Channel channel, String address, boolean person, Instant now) {
        boolean signsIn = person && channel == Channel.SMS;
        var before = signsIn ? personAt(address).filter(other -> !other.equals(account)) : Optional.<UUID>empty();
        before.ifPresent(other -> forget(other, channel));
        db.sql("""
                        insert into identity.reached (account, channel, address, signs_in, confirmed_at)
                        values (:account, :channel, :address, :signsIn, :now)
                        on conflict (account, channel) do update set
                            address = excluded.address, confirmed_at = excluded.confirmed_at
                        """)
                .param("account", account)
                .param("channel", channel.name())
                .param("address", address)
                .param("signsIn", signsIn)
                .param("now", Timestamp.from(now))
                .update();
        return before;
    }

    /** Those of the demonstration; an account that is there already keeps what it has. */
    void confirmAll(UUID[] accounts, String[] phones, Instant now) {
        db.sql("""
                        insert into identity.reached (account, channel, address, signs_in, confirmed_at)
                        select a.id, 'SMS', given.phone, a.kind = 'PERSON', :now
                        from unnest(:accounts::uuid[], :phones::text[]) as given (account, phone)
                            join identity.account a on a.id = given.account
                        where given.phone <> ''
                        on conflict do nothing
                        """)
                .param("accounts", accounts)
                .param("phones", phones)
                .param("now", Timestamp.from(now))
                .update();
    }

    void forget(UUID account, Channel channel) {
        db.sql("delete from identity.reached where account = :account and channel = :channel")
                .param("account", account)
                .param("channel", channel.name())
                .update();
    }
}

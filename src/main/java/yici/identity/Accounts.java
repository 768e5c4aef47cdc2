package yici.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts of natural persons, firms and staff. */
@Component
public class Accounts {

    private static final Duration LATELY = Duration.ofSeconds(2);

    private final JdbcClient db;
    private final Cache<UUID, Optional<Account>> seen =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(LATELY).build();

    Accounts(JdbcClient db) {
        this.db = db;
    }

    public Optional<Account> find(UUID id) {
        return db.sql("select * from identity.account where id = :id")
                .param("id", id)
                .query((row, _) -> account(row))
                .optional();
    }

    /** As it was at most two seconds ago, for parties that ask again and again; what changed on this node shows at once. */
    public Optional<Account> lately(UUID id) {
        return seen.get(id, this::find);
    }

    /** In no order; ids that are no account are left out. At most a page's worth of ids. */
    List<Account> find(Collection<UUID> ids) {
        return db.sql("select * from identity.account where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> account(row))
                .list();
    }

    record WithPassword(Account account, String hash) {}

    Optional<WithPassword> byLogin(String login) {
        return db.sql("select * from identity.account where login = :login")
                .param("login", login)
                .query((row, _) -> new WithPassword(account(row), row.getString("password_hash")))
                .optional();
    }

    boolean loginTaken(String login) {
        return db.sql("select count(*) from identity.account where login = :login")
                        .param("login", login)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    boolean numberTaken(String number) {
        return db.sql("select count(*) from identity.account where number = :number")
                        .param("number", number)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * What people say of themselves is of level 2; staff have shown their documents when they were appointed.
     *
     * @throws DuplicateKeyException when login or number was taken at the same moment
     */
    void add(Account account, String passwordHash, Instant now) {
        add(account, passwordHash, false, now);
    }

    /** @throws DuplicateKeyException when the login was taken at the same moment */
    void addWithTemporaryPassword(Account account, String passwordHash, Instant now) {
        add(account, passwordHash, true, now);
    }

    private void add(Account account, String passwordHash, boolean temporary, Instant now) {
        db.sql("""
                        with opened as (
                            insert into identity.account (id, kind, login, name, number, representative, representative_number, phone,
                                                          address, password_hash, password_temporary, demo, created_at, proofed)
                            values (:id, :kind, :login, :name, :number, :representative, :representativeNumber, :phone,
                                    :address, :hash, :temporary, false, :now, case :kind when 'STAFF' then 5 else 2 end)
                            returning id, kind, proofed, created_at
                        )
                        insert into identity.proofing (account, seq, method, level, at, by_whom, note)
                        select id, 1, case kind when 'STAFF' then 'COUNTER' else 'SELF_ASSERTED' end, proofed, created_at, '', '' from opened
                        """)
                .param("id", account.id())
                .param("kind", account.kind().name())
                .param("login", account.login())
                .param("name", account.name())
                .param("number", account.number())
                .param("representative", account.representative())
                .param("representativeNumber", account.representativeNumber())
                .param("phone", account.phone())
                .param("address", account.address())
                .param("hash", passwordHash)
                .param("temporary", temporary)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Empty for who has none yet. */
    String staffNumber(UUID id) {
        return db.sql("select staff_number from identity.account where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    boolean staffNumberTaken(String number) {
        return db.sql(
                        "select exists (select from identity.account where staff_number = :number and staff_number <> '')")
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    /** @throws DuplicateKeyException when another staff account has it */
    void nameStaffNumber(UUID id, String number) {
        db.sql(
                        "update identity.account set staff_number = :number where id = :id and kind = 'STAFF' and staff_number = ''")
                .param("number", number)
                .param("id", id)
                .update();
    }

    void changeContact(UUID id, String phone, String address) {
        db.sql("update identity.account set phone = :phone, address = :address where id = :id")
                .param("phone", phone)
                .param("address", address)
                .param("id", id)
                .update();
        seen.invalidate(id);
    }

    /** False, and nothing changed, when it is another account's. */
    boolean changeLogin(UUID id, String login) {
        seen.invalidate(id);
        return db.sql("""
                        update identity.account set login = :login
                        where id = :id and not exists (select from identity.account other where other.login = :login and other.id <> :id)
                        """).param("login", login).param("id", id).update() == 1;
    }

    /**
     * From now on a person signs in with the telephone that was shown to be theirs. Who had it as a login before keeps the account and everything in it,
     * but signs in another way.
     *
     * @return who that was
     */
    Optional<UUID> signInWith(UUID person, String phone) {
        var before = db.sql("""
                        update identity.account set login = 'former-' || id
                        where login = :phone and id <> :person and kind = 'PERSON' returning id
                        """)
                .param("phone", phone)
                .param("person", person)
                .query(UUID.class)
                .optional();
        before.ifPresent(seen::invalidate);
        changeLogin(person, phone);
        return before;
    }

    Optional<String> passwordHash(UUID id) {
        return db.sql("select password_hash from identity.account where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    boolean hasTemporaryPassword(UUID id) {
        return db.sql("select password_temporary from identity.account where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** By an administrator. */
    void giveTemporaryPassword(UUID id, String hash) {
        db.sql("update identity.account set password_hash = :hash, password_temporary = true where id = :id")
                .param("hash", hash)
                .param("id", id)
                .update();
    }

    /** By the person; from now on the password is nobody else's. */
    void changePassword(UUID id, String hash) {
        db.sql("update identity.account set password_hash = :hash, password_temporary = false where id = :id")
                .param("hash", hash)
                .param("id", id)
                .update();
    }

    /** Nothing is left that leads to a person; the row stays, for other rows name its id. */
    void erase(UUID id) {
        db.sql("""
                        update identity.account set login = 'closed-' || id, name = '', number = 'closed-' || id, representative = '',
                            representative_number = '', phone = '', address = '', password_hash = '', password_temporary = false
                        where id = :id
                        """).param("id", id).update();
        seen.invalidate(id);
    }

    /** What people type, as it is kept: no spaces, small letters, full-width characters made plain. */
    static String loginOf(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Zs}\\p{Cf}]", "")
                .toLowerCase(Locale.ROOT);
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                SignedIn.Kind.valueOf(row.getString("kind")),
                row.getString("login"),
                row.getString("name"),
                row.getString("number"),
                row.getString("representative"),
                row.getString("representative_number"),
                row.getString("phone"),
                row.getString("address"));
    }
}

package yici.identity;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.Post;
import yici.jurisdiction.Posts;
import yici.kit.CreditCode;
import yici.kit.Csv;
import yici.kit.IdNumber;
import yici.kit.SampleLoader;

/**
 * The people of the demonstration province: those of {@code accounts.csv}, one officer for every public body, one administrator for every
 * area with a government, and the province's three: system, security, audit. One password for all, hashed once.
 */
@Component
class LoadAccounts implements SampleLoader {

    static final String PASSWORD = "yici-demo-2026";

    private static final String FILE = "accounts.csv";

    private static final List<String> NEWSROOMS = List.of("430000000000", "430523000000");

    private final JdbcClient db;
    private final Areas areas;
    private final Bodies bodies;
    private final Posts posts;
    private final Passwords passwords;
    private final Reached reached;
    private final Clock clock;

    LoadAccounts(
            JdbcClient db, Areas areas, Bodies bodies, Posts posts, Passwords passwords, Reached reached, Clock clock) {
        this.db = db;
        this.areas = areas;
        this.bodies = bodies;
        this.posts = posts;
        this.passwords = passwords;
        this.reached = reached;
        this.clock = clock;
    }

    @Override
    public String room() {
        return "identity";
    }

    @Override
    public int step() {
        return 30;
    }

    @Override
    public void load(Path sample) {
        if (!Files.exists(sample.resolve(FILE))) return; // a province in earnest: its people are appointed, not loaded
        var accounts = new ArrayList<>(citizensAndFirms(sample));
        var given = new ArrayList<Post>();
        for (var area : areas.all()) {
            if (area.level() == Area.Level.OWN_LEVEL) continue;
            accounts.add(administrator("admin", Post.Role.ADMINISTRATOR, area, given));
            for (var body : bodies.openAndClosed(area.code())) {
                if (!body.area().equals(area.code())) continue;
                accounts.add(officer(body.department(), body.id(), area, given));
            }
        }
        var province = areas.province();
        for (var area : areas.all()) newsroom(area, accounts, given);
        accounts.add(administrator("system", Post.Role.SYSTEM_ADMIN, province, given));
        accounts.add(administrator("security", Post.Role.SECURITY_ADMIN, province, given));
        accounts.add(administrator("audit", Post.Role.AUDIT_ADMIN, province, given));
        write(accounts, passwords.hash(PASSWORD));
        reached.confirmAll(
                accounts.stream().map(Account::id).toArray(UUID[]::new),
                column(accounts, Account::phone),
                clock.instant());
        posts.give(given);
    }

    private static List<Account> citizensAndFirms(Path sample) {
        var rows = Csv.read(
                sample,
                FILE,
                "kind",
                "login",
                "name",
                "number",
                "representative",
                "representative_number",
                "phone",
                "address");
        var seen = new HashSet<String>();
        return rows.stream().map(row -> fromFile(row, seen)).toList();
    }

    private static Account fromFile(Csv.Row row, HashSet<String> seen) {
        var login = row.get("login");
        if (login.isEmpty() || !login.equals(Accounts.loginOf(login)))
            throw row.refused(login, "a login has small letters and no spaces");
        for (var unique : List.of(login, row.get("number")))
            if (!seen.add(unique)) throw row.refused(login, "login or number stands in the file twice");
        return switch (row.get("kind")) {
            case "person" -> account(row, SignedIn.Kind.PERSON, idNumber(row, "number"), "");
            case "firm" -> account(row, SignedIn.Kind.FIRM, creditCode(row), idNumber(row, "representative_number"));
            default -> throw row.refused(login, "kind is person or firm, not " + row.get("kind"));
        };
    }

    private static Account account(Csv.Row row, SignedIn.Kind kind, String number, String representativeNumber) {
        return new Account(
                demoId(row.get("login")),
                kind,
                row.get("login"),
                row.get("name"),
                number,
                row.get("representative"),
                representativeNumber,
                row.get("phone"),
                row.get("address"));
    }

    private static String idNumber(Csv.Row row, String column) {
        return switch (IdNumber.read(row.get(column))) {
            case IdNumber.Reading.Good(var number) -> number;
            case IdNumber.Reading.Flawed(var flaw) ->
                throw row.refused(
                        row.get("login"),
                        column + " is no ID number: " + flaw.name().toLowerCase(Locale.ROOT));
        };
    }

    private static String creditCode(Csv.Row row) {
        return switch (CreditCode.read(row.get("number"))) {
            case CreditCode.Reading.Good(var code) -> code;
            case CreditCode.Reading.Flawed(var flaw) ->
                throw row.refused(
                        row.get("login"),
                        "number is no credit code: " + flaw.name().toLowerCase(Locale.ROOT));
        };
    }

    private static Account administrator(String word, Post.Role role, Area area, List<Post> given) {
        var account = staff(word + "-" + area.code().substring(0, 6));
        given.add(new Post(account.id(), role, area.code(), Optional.empty()));
        return account;
    }

    /** Of the province, and of a county that publishes: who writes, who translates, and three who review. */
    private static void newsroom(Area area, List<Account> accounts, List<Post> given) {
        if (!NEWSROOMS.contains(area.code())) return;
        for (var word : List.of("editor", "translator"))
            accounts.add(administrator(word, Post.Role.EDITOR, area, given));
        for (var word : List.of("reviewer", "reviewer2", "reviewer3"))
            accounts.add(administrator(word, Post.Role.REVIEWER, area, given));
    }

    private static Account officer(String department, String body, Area area, List<Post> given) {
        var account = staff("officer-" + department + "-" + area.code().substring(0, 6));
        given.add(new Post(account.id(), Post.Role.OFFICER, area.code(), Optional.of(body)));
        return account;
    }

    private static Account staff(String login) {
        return new Account(demoId(login), SignedIn.Kind.STAFF, login, DemoName.of(login), "", "", "", "", "");
    }

    /** The same at every load, so that posts and applications find their people again. */
    private static UUID demoId(String login) {
        return UUID.nameUUIDFromBytes(("yici demo account " + login).getBytes(StandardCharsets.UTF_8));
    }

    /** An account that came before keeps its password and what its person has changed; a real account with the same login stays untouched. */
    private void write(List<Account> accounts, String hash) {
        db.sql("""
                        insert into identity.account (id, kind, login, name, number, representative, representative_number,
                                                      phone, address, password_hash, password_temporary, demo, created_at)
                        select id::uuid, kind, login, name, number, representative, representative_number,
                               phone, address, :hash, false, true, :now
                        from unnest(:id::text[], :kind::text[], :login::text[], :name::text[], :number::text[],
                                    :representative::text[], :representativeNumber::text[], :phone::text[], :address::text[])
                             as a(id, kind, login, name, number, representative, representative_number, phone, address)
                        -- whose login has followed a new telephone
                        where not exists (select from identity.account moved where moved.id = a.id::uuid and moved.login <> a.login)
                        on conflict (login) do update set
                            name = excluded.name, number = excluded.number, representative = excluded.representative,
                            representative_number = excluded.representative_number
                        where account.demo
                        """)
                .param("hash", hash)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", column(accounts, account -> account.id().toString()))
                .param("kind", column(accounts, account -> account.kind().name()))
                .param("login", column(accounts, Account::login))
                .param("name", column(accounts, Account::name))
                .param("number", column(accounts, Account::number))
                .param("representative", column(accounts, Account::representative))
                .param("representativeNumber", column(accounts, Account::representativeNumber))
                .param("phone", column(accounts, Account::phone))
                .param("address", column(accounts, Account::address))
                .update();
        proof();
    }

    /** The people of the demonstration are in its population base; its staff showed their documents when they were appointed. */
    private void proof() {
        db.sql("""
                        with proofed as (
                            insert into identity.proofing (account, seq, method, level, at, by_whom, note)
                            select a.id, 1, case a.kind when 'STAFF' then 'COUNTER' else 'REGISTER_MATCH' end,
                                   case a.kind when 'STAFF' then 5 else 3 end, :now, '', 'demonstration'
                            from identity.account a where a.demo
                            on conflict do nothing
                            returning account, level
                        )
                        update identity.account a set proofed = p.level from proofed p where a.id = p.account
                        """).param("now", Timestamp.from(clock.instant())).update();
    }

    private static String[] column(List<Account> accounts, Function<Account, String> of) {
        return accounts.stream().map(of).toArray(String[]::new);
    }
}

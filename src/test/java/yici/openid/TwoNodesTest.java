package yici.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import yici.audit.AuditLog;
import yici.house.Launched;
import yici.house.People;
import yici.house.Product;

/** Two processes on one database are one provider; that one of them is killed is nobody's gain and nobody's loss. */
class TwoNodesTest {

    /** Registered before the second node starts: one that is new is known at other nodes within ten seconds. */
    private static TestParty department;

    private static TestParty legacy;
    private static Launched second;
    private static String other;

    private final Product product = Product.running();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        department = TestParty.department();
        legacy = TestParty.legacy();
        second = launch();
        other = second.url();
    }

    private static Launched launch() throws IOException, InterruptedException {
        var pool = Product.running().bean(HikariDataSource.class);
        return Launched.fromClasses(
                        Files.createTempDirectory(Path.of("target"), "second-"),
                        "--yici.db.url=" + pool.getJdbcUrl(),
                        "--yici.db.user=" + String.valueOf(pool.getUsername()).replace("null", ""),
                        "--yici.db.password="
                                + String.valueOf(pool.getPassword()).replace("null", ""),
                        "--yici.public-url=" + Product.running().url(),
                        "--yici.party-networks=127.0.0.0/8",
                        "--yici.password.memory-kib=1024",
                        "--yici.password.iterations=1")
                .untilReady();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        second.close();
    }

    @Test
    void begun_on_one_node_it_goes_on_at_the_other() {
        var party = department;
        var here = new Surfer();
        var citizen = People.citizen();

        var signIn = here.get(party.at(other).authorize(party.request()));
        var there = here.at(other);
        there.get("/sign-in");
        var code = there.agree(there.signInOn(signIn, citizen.login())).answer("code");
        var tokens = party.redeem(code);

        assertThat(tokens.status()).as(tokens.response().body()).isEqualTo(200);
        assertThat(party.at(other).userinfo(tokens.text("access_token")).status())
                .isEqualTo(200);
        assertThat(party.at(other).refresh(tokens.text("refresh_token")).status())
                .isEqualTo(200);
    }

    @Test
    void what_is_good_once_is_good_once_on_both_together() {
        var party = department;
        var there = party.at(other);
        var browser = new Surfer().signIn(People.citizen().login());
        var begun = party.authorize(party.request());
        var code = browser.agree(browser.get(begun)).answer("code");

        assertThat(browser.at(other).get(begun).status()).as("pushed request").isEqualTo(400);
        assertThat(party.redeem(code).status()).isEqualTo(200);
        assertThat(there.redeem(code).error()).as("code").isEqualTo("invalid_grant");
        var proof = party.proof("/oauth2/token");
        var service = Map.of("grant_type", "client_credentials");
        assertThat(party.call("/oauth2/token", service, proof).status()).isEqualTo(200);
        assertThat(there.call("/oauth2/token", service, proof).error())
                .as("proof")
                .isEqualTo("invalid_dpop_proof");
        var asserted = Map.of(
                "grant_type",
                "client_credentials",
                "client_assertion",
                party.assertion(product.clock().instant()));
        assertThat(party.call("/oauth2/token", asserted, party.proof("/oauth2/token"))
                        .status())
                .isEqualTo(200);
        assertThat(there.call("/oauth2/token", asserted, party.proof("/oauth2/token"))
                        .error())
                .as("assertion")
                .isEqualTo("invalid_client");
    }

    @Test
    void signing_out_on_one_node_holds_on_the_other() {
        var party = legacy;
        var browser = new Surfer().signIn(People.citizen().login());
        var tokens = party.redeem(
                browser.agree(browser.get(party.authorize(party.request()))).answer("code"));

        browser.get("/account");
        browser.post("/sign-out", Map.of());

        assertThat(party.at(other).userinfo(tokens.text("access_token")).status())
                .isEqualTo(401);
        assertThat(party.at(other).refresh(tokens.text("refresh_token")).error())
                .isEqualTo("invalid_grant");
    }

    @Test
    void a_code_that_comes_to_both_at_the_same_moment_is_redeemed_by_one() throws Exception {
        var party = legacy;
        var browser = new Surfer().signIn(People.citizen().login());
        browser.agree(browser.get(party.authorize(party.request())));
        for (int i = 0; i < 20; i++) {
            var code = browser.get(party.authorize(party.request())).answer("code");
            var start = new CountDownLatch(1);
            try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers = new ArrayList<Future<Integer>>();
                for (var node : List.of(party, party.at(other), party, party.at(other)))
                    answers.add(both.submit(() -> {
                        start.await();
                        return node.redeem(code).status();
                    }));
                start.countDown();
                int redeemed = 0;
                for (var answer : answers) if (answer.get() == 200) redeemed++;
                assertThat(redeemed).isEqualTo(1);
            }
        }
    }

    @Test
    void killed_in_the_middle_of_a_hundred_sign_ons_it_redeems_no_code_twice_and_loses_no_record() throws Exception {
        var victim = launch();
        var url = victim.url();
        var party = legacy;
        var people = new ArrayList<People.Someone>();
        for (int i = 0; i < 100; i++) people.add(People.citizen());
        var redeemed = new ConcurrentHashMap<String, Integer>();
        var owner = new ConcurrentHashMap<String, People.Someone>();
        var done = new AtomicInteger();

        try (var crowd = Executors.newFixedThreadPool(20)) {
            var all = new ArrayList<Future<?>>();
            for (var person : people)
                all.add(crowd.submit(() -> {
                    var code = tried(() -> codeAt(url, party, person));
                    if (code.isEmpty()) return;
                    owner.put(code, person);
                    if (tried(() -> String.valueOf(party.at(url).redeem(code).status()))
                            .equals("200")) redeemed.merge(code, 1, Integer::sum);
                    done.incrementAndGet();
                }));
            while (done.get() < 40) Thread.onSpinWait();
            victim.kill();
            for (var one : all) one.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
        for (var code : owner.keySet()) if (party.redeem(code).status() == 200) redeemed.merge(code, 1, Integer::sum);

        assertThat(redeemed).hasSizeGreaterThanOrEqualTo(40);
        assertThat(redeemed.values()).as("times each code was redeemed").containsOnly(1);
        var audit = product.bean(AuditLog.class);
        for (var code : redeemed.keySet())
            assertThat(audit.about(owner.get(code).me().asActor(), 20))
                    .anyMatch(line -> line.act().code().equals("openid.signed-on"));
    }

    private static String codeAt(String url, TestParty party, People.Someone person) {
        var browser = new Surfer(url).signIn(person.login());
        return browser.agree(browser.get(party.authorize(party.request()))).answer("code");
    }

    /** Empty where the process was gone. */
    private static String tried(Callable<String> call) {
        try {
            return call.call();
        } catch (Exception gone) {
            return "";
        }
    }
}

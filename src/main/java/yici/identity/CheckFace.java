package yici.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.audit.AuditLog;
import yici.kit.Document;
import yici.kit.Ids;
import yici.kit.Patience;

/**
 * A face compared with the document's picture by a service outside: level 4. Only for who is known to the population base already, or the face
 * would prove a number somebody merely says is his. A check is its person's own, good once and for a quarter of an hour.
 */
@Component
class CheckFace {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration OPEN = Duration.ofMinutes(15);

    private final List<FaceMatch> services;
    private final Accounts accounts;
    private final Proofings proofings;
    private final JdbcClient db;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CheckFace(
            List<FaceMatch> services,
            Accounts accounts,
            Proofings proofings,
            JdbcClient db,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.services = services;
        this.accounts = accounts;
        this.proofings = proofings;
        this.db = db;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    boolean isPossible(UUID person) {
        return service(person).isPresent() && proofings.level(person).compareTo(Trust.LEVEL_3) >= 0;
    }

    private Optional<FaceMatch> service(UUID person) {
        return accounts.find(person)
                .filter(account -> account.kind() == SignedIn.Kind.PERSON)
                .map(account -> Document.of(account.number()))
                .flatMap(document ->
                        services.stream().filter(s -> s.knows(document)).findFirst());
    }

    /** Where the person goes now; empty when there is no service for this document. */
    Optional<String> begin(SignedIn me) {
        if (!isPossible(me.person())) return Optional.empty();
        var reference = Ids.fresh(clock);
        transaction.executeWithoutResult(_ -> {
            db.sql("delete from identity.face_check where started_at < :old")
                    .param("old", Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                    .update();
            db.sql(
                            "insert into identity.face_check (reference, account, started_at) values (:reference, :account, :now)")
                    .param("reference", reference)
                    .param("account", me.person())
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        });
        return service(me.person()).map(s -> s.page(reference, "/account/proofing/face/" + reference));
    }

    /** Asks the service itself. */
    FaceMatch.Result finish(SignedIn me, UUID reference) {
        var service = service(me.person());
        if (service.isEmpty() || !isMine(me, reference)) return FaceMatch.Result.OPEN;
        var result = Patience.ask(
                PATIENCE, "face match", () -> service.get().result(reference), FaceMatch.Result.UNAVAILABLE);
        if (result == FaceMatch.Result.SAME || result == FaceMatch.Result.DIFFERENT)
            transaction.executeWithoutResult(_ -> record(me, reference, result));
        return result;
    }

    private boolean isMine(SignedIn me, UUID reference) {
        return db.sql("""
                        select count(*) from identity.face_check
                        where reference = :reference and account = :account and used_at is null and started_at > :oldest
                        """)
                        .param("reference", reference)
                        .param("account", me.person())
                        .param("oldest", Timestamp.from(clock.instant().minus(OPEN)))
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void record(SignedIn me, UUID reference, FaceMatch.Result result) {
        var now = clock.instant();
        int first = db.sql(
                        "update identity.face_check set used_at = :now where reference = :reference and used_at is null")
                .param("now", Timestamp.from(now))
                .param("reference", reference)
                .update();
        if (first == 0) return; // the other of two clicks was faster
        boolean same = result == FaceMatch.Result.SAME;
        var method = Proofing.Method.FACE_MATCH;
        if (same)
            proofings.add(
                    me.person(),
                    new Proofing(method, method.level(), now, "face match", Optional.empty()),
                    reference.toString());
        audit.record(me.asOneself()
                .did(same ? IdentityAct.PROOFED : IdentityAct.PROOFING_FAILED, me.asActor(), method.name(), now));
    }
}

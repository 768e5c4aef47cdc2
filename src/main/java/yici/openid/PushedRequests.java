package yici.openid;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests that a party pushed before it sends the person (RFC 9126): begun within a minute, answered once. */
@Component
class PushedRequests {

    static final String PREFIX = "urn:ietf:params:oauth:request_uri:";

    private final JdbcClient db;
    private final Clock clock;

    PushedRequests(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The {@code request_uri}. */
    String add(String clientId, Parameters parameters) {
        var reference = Opaque.fresh();
        var now = clock.instant();
        db.sql("""
                        insert into openid.pushed_request (uri_hash, client_id, parameters, expires_at, gone_at)
                        values (:hash, :client, :parameters, :end, :gone)
                        """)
                .param("hash", reference.hash())
                .param("client", clientId)
                .param("parameters", parameters.text())
                .param("end", Timestamp.from(now.plus(Bounds.PUSHED)))
                .param("gone", Timestamp.from(now.plus(Bounds.PUSHED).plus(Bounds.REQUEST)))
                .update();
        return PREFIX + reference.value();
    }

    /** Still waiting to be begun, and by this party. */
    Optional<Parameters> find(String requestUri, String clientId) {
        return reference(requestUri)
                .flatMap(reference -> db.sql("""
                                select parameters from openid.pushed_request
                                where uri_hash = :hash and client_id = :client and used_at is null and expires_at > :now
                                """)
                        .param("hash", reference.hash())
                        .param("client", clientId)
                        .param("now", Timestamp.from(clock.instant()))
                        .query(String.class)
                        .optional())
                .map(Parameters::read);
    }

    /** False when it was answered before, on whichever node. */
    boolean use(String requestUri, Instant now) {
        return reference(requestUri)
                .map(reference -> db.sql(
                                        "update openid.pushed_request set used_at = :now where uri_hash = :hash and used_at is null")
                                .param("now", Timestamp.from(now))
                                .param("hash", reference.hash())
                                .update()
                        == 1)
                .orElse(false);
    }

    private static Optional<Opaque> reference(String requestUri) {
        return requestUri.startsWith(PREFIX)
                ? Optional.of(new Opaque(requestUri.substring(PREFIX.length())))
                : Optional.empty();
    }
}

package yici.openid;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.kit.Language;
import yici.kit.Remembered;
import yici.kit.Translated;

/** The systems that people may sign on to, kept in memory: asking for one costs no SQL. The desk that registers them writes through here. */
@Component
public class RelyingParties implements RegisteredClientRepository {

    /** @param formerSecret good until then; empty where none was changed lately */
    private record Known(RelyingParty party, RegisteredClient registered, byte[] formerSecret, Instant formerUntil) {}

    private final JdbcClient db;
    private final Sealing sealing;
    private final Issuer issuer;
    private final Clock clock;
    private final Remembered<Map<String, Known>> parties;

    RelyingParties(JdbcClient db, Sealing sealing, Issuer issuer, Clock clock) {
        this.db = db;
        this.sealing = sealing;
        this.issuer = issuer;
        this.clock = clock;
        this.parties = new Remembered<>(clock, this::stamp, this::read);
    }

    /** Stopped ones too. */
    public Optional<RelyingParty> find(String clientId) {
        return Optional.ofNullable(parties.get().get(clientId)).map(Known::party);
    }

    public List<RelyingParty> all() {
        return parties.get().values().stream().map(Known::party).toList();
    }

    Optional<RelyingParty> active(String clientId) {
        return find(clientId).filter(RelyingParty::active);
    }

    /** A sector whose parties know people by the same name; its salt is made once and never changes. */
    @Transactional
    public RelyingParty.Sector sector(String id) {
        var salt = new byte[32];
        new SecureRandom().nextBytes(salt);
        db.sql("insert into openid.sector (id, salt, created_at) values (:id, :salt, :now) on conflict do nothing")
                .param("id", id)
                .param("salt", salt)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return db.sql("select id, salt from openid.sector where id = :id")
                .param("id", id)
                .query((row, _) -> new RelyingParty.Sector(row.getString("id"), row.getBytes("salt")))
                .single();
    }

    /** How a secret is kept: it is random and long, so a fast keyed hash is enough, and is never made anew. */
    public byte[] hashOfSecret(String secret) {
        return sealing.hashOfSecret(secret);
    }

    boolean isSecretOf(RelyingParty party, byte[] hash) {
        if (Opaque.same(party.secretHash(), hash)) return true;
        return Optional.ofNullable(parties.get().get(party.clientId()))
                .filter(known -> known.formerUntil().isAfter(clock.instant()))
                .filter(known -> Opaque.same(known.formerSecret(), hash))
                .isPresent();
    }

    /** Another secret, made here and known to nobody else yet; the one before is good until then. */
    @Transactional
    public String changeSecret(RelyingParty party, Instant formerUntil) {
        db.sql("""
                        insert into openid.former_secret as f (client_id, secret_hash, good_until)
                        select client_id, secret_hash, :until from openid.relying_party where client_id = :client
                        on conflict (client_id) do update set secret_hash = excluded.secret_hash, good_until = excluded.good_until
                        """)
                .param("until", Timestamp.from(formerUntil))
                .param("client", party.clientId())
                .update();
        var secret = Opaque.fresh().value();
        save(party.withSecret(hashOfSecret(secret)));
        return secret;
    }

    /** A secret for a party that is being registered. */
    public String freshSecret() {
        return Opaque.fresh().value();
    }

    /** What whoever connects a system has to enter there: the name we sign with; empty while nobody has set it. */
    public Optional<String> issuer(jakarta.servlet.http.HttpServletRequest request) {
        return issuer.find(request);
    }

    /** Registers a party, or registers it anew; the caller has judged whether it may be. */
    @Transactional
    public void save(RelyingParty party) {
        db.sql("""
                        insert into openid.relying_party as p (client_id, name_zh, name_en, name_fr, name_ko, name_ja, body, sector, profile,
                            authentication, secret_hash, jwks, jwks_uri, redirect_uris, post_logout_uris, backchannel_logout_uri,
                            scopes, grants, without_pkce, id_token_algorithm, sandbox, state, created_at)
                        values (:clientId, :zh, :en, :fr, :ko, :ja, :body, :sector, :profile, :authentication, :secretHash, :jwks, :jwksUri,
                            :redirectUris, :postLogoutUris, :backchannel, :scopes, :grants, :withoutPkce, :algorithm, :sandbox, :state, :now)
                        on conflict (client_id) do update set
                            name_zh = excluded.name_zh, name_en = excluded.name_en, name_fr = excluded.name_fr, name_ko = excluded.name_ko,
                            name_ja = excluded.name_ja, body = excluded.body, sector = excluded.sector, profile = excluded.profile,
                            authentication = excluded.authentication, secret_hash = excluded.secret_hash, jwks = excluded.jwks,
                            jwks_uri = excluded.jwks_uri, redirect_uris = excluded.redirect_uris,
                            post_logout_uris = excluded.post_logout_uris, backchannel_logout_uri = excluded.backchannel_logout_uri,
                            scopes = excluded.scopes, grants = excluded.grants, without_pkce = excluded.without_pkce,
                            id_token_algorithm = excluded.id_token_algorithm, sandbox = excluded.sandbox, state = excluded.state
                        """)
                .param("clientId", party.clientId())
                .param("zh", text(party, Language.ZH))
                .param("en", text(party, Language.EN))
                .param("fr", text(party, Language.FR))
                .param("ko", text(party, Language.KO))
                .param("ja", text(party, Language.JA))
                .param("body", party.body())
                .param("sector", party.sector().id())
                .param("profile", party.profile().name())
                .param("authentication", party.authentication().name())
                .param("secretHash", party.secretHash())
                .param("jwks", party.keys().toString(true))
                .param("jwksUri", party.keysUri())
                .param("redirectUris", party.redirectUris().toArray(String[]::new))
                .param("postLogoutUris", party.postLogoutUris().toArray(String[]::new))
                .param("backchannel", party.backchannelLogoutUri())
                .param("scopes", party.scopes().toArray(String[]::new))
                .param("grants", party.grants().toArray(String[]::new))
                .param("withoutPkce", party.withoutPkce())
                .param("algorithm", party.idTokenAlgorithm().getName())
                .param("sandbox", party.sandbox())
                .param("state", party.active() ? "ACTIVE" : "STOPPED")
                .param("now", Timestamp.from(clock.instant()))
                .update();
        db.sql("update openid.register set parties = gen_random_uuid()").update();
        parties.changing();
    }

    @Override
    public void save(RegisteredClient registered) {
        throw new UnsupportedOperationException("parties are registered as what they are here: RelyingParty");
    }

    @Override
    @SuppressWarnings("NullAway") // the framework's word for "none"
    public RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    @SuppressWarnings("NullAway") // the framework's word for "none"
    public RegisteredClient findByClientId(String clientId) {
        var known = parties.get().get(clientId);
        return known != null && known.party().active() ? known.registered() : null;
    }

    private UUID stamp() {
        return db.sql("select parties from openid.register").query(UUID.class).single();
    }

    private Map<String, Known> read() {
        var known = new HashMap<String, Known>();
        db.sql("""
                        select p.*, s.salt, f.secret_hash as former_hash, f.good_until
                        from openid.relying_party p join openid.sector s on s.id = p.sector
                        left join openid.former_secret f using (client_id)
                        """)
                .query((row, _) -> known(row))
                .list()
                .forEach(one -> known.put(one.party().clientId(), one));
        return Map.copyOf(known);
    }

    private static Known known(ResultSet row) throws SQLException {
        var party = party(row);
        var until = row.getTimestamp("good_until");
        return until == null
                ? new Known(party, registered(party), new byte[0], Instant.EPOCH)
                : new Known(party, registered(party), row.getBytes("former_hash"), until.toInstant());
    }

    private static RelyingParty party(ResultSet row) throws SQLException {
        return new RelyingParty(
                row.getString("client_id"),
                name(row),
                row.getString("body"),
                new RelyingParty.Sector(row.getString("sector"), row.getBytes("salt")),
                RelyingParty.Profile.valueOf(row.getString("profile")),
                RelyingParty.Authentication.valueOf(row.getString("authentication")),
                row.getBytes("secret_hash"),
                keys(row.getString("jwks")),
                row.getString("jwks_uri"),
                texts(row, "redirect_uris"),
                texts(row, "post_logout_uris"),
                row.getString("backchannel_logout_uri"),
                set(row, "scopes"),
                set(row, "grants"),
                row.getBoolean("without_pkce"),
                JWSAlgorithm.parse(row.getString("id_token_algorithm")),
                row.getBoolean("sandbox"),
                row.getString("state").equals("ACTIVE"));
    }

    private static Translated name(ResultSet row) throws SQLException {
        var texts = new EnumMap<Language, String>(Language.class);
        for (var language : Language.values()) {
            var text = row.getString("name_" + language.code());
            if (!text.isEmpty()) texts.put(language, text);
        }
        return new Translated(texts);
    }

    /** Empty where the party gave none: its pages then show the Chinese. */
    private static String text(RelyingParty party, Language language) {
        return party.name().texts().getOrDefault(language, "");
    }

    /** The same party in the framework's words, for its endpoints. */
    private static RegisteredClient registered(RelyingParty party) {
        return RegisteredClient.withId(party.clientId())
                .clientId(party.clientId())
                .clientAuthenticationMethod(
                        new ClientAuthenticationMethod(party.authentication().code()))
                .authorizationGrantTypes(
                        grants -> party.grants().forEach(grant -> grants.add(new AuthorizationGrantType(grant))))
                .redirectUris(uris -> uris.addAll(party.redirectUris()))
                .scopes(scopes -> scopes.addAll(party.scopes()))
                .build();
    }

    private static JWKSet keys(String json) {
        try {
            return json.isEmpty() ? new JWKSet() : JWKSet.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Set<String> set(ResultSet row, String column) throws SQLException {
        return new LinkedHashSet<>(Arrays.asList((String[]) row.getArray(column).getArray()));
    }
}

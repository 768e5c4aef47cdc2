package yici.upstream;

import java.util.Map;
import yici.identity.SignedIn;
import yici.identity.Trust;
import yici.kit.Translated;

/**
 * Another provider that people may come from, as it was configured.
 *
 * @param id in addresses and in the database: it never changes
 * @param kind of account its people have here
 * @param issuer of OpenID Connect; empty for a plain exchange
 * @param enter where a plain exchange begins, with {@code {client}}, {@code {redirect}} and {@code {state}} to be filled in
 * @param exchange where a plain exchange takes the code
 * @param codeParameter how it calls the code there
 * @param subjectField which field of its answer names the person; never another, or one person would become two
 * @param acr what is asked for in {@code acr_values}; may be empty
 * @param nameClaim which claims tell the name and the number of the identity document
 * @param levels what its {@code acr} values are worth here
 * @param otherwise what anything else is worth
 */
record Provider(
        String id,
        Protocol protocol,
        SignedIn.Kind kind,
        Translated name,
        String issuer,
        String clientId,
        String clientSecret,
        String scope,
        String acr,
        String nameClaim,
        String numberClaim,
        Map<String, Trust> levels,
        Trust otherwise,
        String enter,
        String exchange,
        String codeParameter,
        String subjectField) {

    enum Protocol {
        OIDC,
        /** A code against an account's name, in JSON, as WeChat's mini programs do it. */
        CODE_EXCHANGE
    }

    /** Never more than level 4: level 5 is what was seen here. */
    Trust worth(String acr) {
        var level = levels.getOrDefault(acr, otherwise);
        return level.compareTo(Trust.LEVEL_4) > 0 ? Trust.LEVEL_4 : level;
    }

    /** A secret does not go into logs. */
    @Override
    public String toString() {
        return "Provider[" + id + "]";
    }
}

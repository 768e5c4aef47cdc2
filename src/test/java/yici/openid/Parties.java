package yici.openid;

import java.util.List;
import java.util.Set;

/** Parties that are registered a little differently. */
final class Parties {

    private Parties() {}

    static RelyingParty inSectorOf(RelyingParty p, RelyingParty other) {
        return with(p, other.sector(), p.redirectUris(), p.backchannelLogoutUri(), p.scopes(), p.grants(), p.active());
    }

    static RelyingParty returningTo(RelyingParty p, String... uris) {
        return with(p, p.sector(), List.of(uris), p.backchannelLogoutUri(), p.scopes(), p.grants(), p.active());
    }

    static RelyingParty toldAt(RelyingParty p, String backchannelLogoutUri) {
        return with(p, p.sector(), p.redirectUris(), backchannelLogoutUri, p.scopes(), p.grants(), p.active());
    }

    static RelyingParty mayAsk(RelyingParty p, String... scopes) {
        return with(p, p.sector(), p.redirectUris(), p.backchannelLogoutUri(), Set.of(scopes), p.grants(), p.active());
    }

    static RelyingParty grantedOnly(RelyingParty p, String... grants) {
        return with(p, p.sector(), p.redirectUris(), p.backchannelLogoutUri(), p.scopes(), Set.of(grants), p.active());
    }

    static RelyingParty inSandbox(RelyingParty p) {
        return new RelyingParty(
                p.clientId(),
                p.name(),
                p.body(),
                p.sector(),
                p.profile(),
                p.authentication(),
                p.secretHash(),
                p.keys(),
                p.keysUri(),
                p.redirectUris(),
                p.postLogoutUris(),
                p.backchannelLogoutUri(),
                p.scopes(),
                p.grants(),
                p.withoutPkce(),
                p.idTokenAlgorithm(),
                true,
                p.active());
    }

    static RelyingParty stopped(RelyingParty p) {
        return with(p, p.sector(), p.redirectUris(), p.backchannelLogoutUri(), p.scopes(), p.grants(), false);
    }

    private static RelyingParty with(
            RelyingParty p,
            RelyingParty.Sector sector,
            List<String> redirectUris,
            String backchannel,
            Set<String> scopes,
            Set<String> grants,
            boolean active) {
        return new RelyingParty(
                p.clientId(),
                p.name(),
                p.body(),
                sector,
                p.profile(),
                p.authentication(),
                p.secretHash(),
                p.keys(),
                p.keysUri(),
                redirectUris,
                p.postLogoutUris(),
                backchannel,
                scopes,
                grants,
                p.withoutPkce(),
                p.idTokenAlgorithm(),
                p.sandbox(),
                active);
    }
}

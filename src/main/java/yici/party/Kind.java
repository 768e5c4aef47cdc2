package yici.party;

import java.util.Locale;
import java.util.Optional;
import yici.openid.RelyingParty;
import yici.openid.RelyingParty.Authentication;
import yici.openid.RelyingParty.Profile;

/** What kind of program a system is, and so how it signs people on. */
enum Kind {
    /** New systems: FAPI 2.0, keys only. */
    KEYS(Profile.FAPI2, Authentication.PRIVATE_KEY_JWT),
    /** An old web application that can keep a secret. */
    SECRET(Profile.LEGACY, Authentication.CLIENT_SECRET_BASIC),
    /** On a phone or a desktop, where nothing stays secret. */
    NATIVE(Profile.LEGACY, Authentication.NONE);

    private final Profile profile;
    private final Authentication authentication;

    Kind(Profile profile, Authentication authentication) {
        this.profile = profile;
        this.authentication = authentication;
    }

    Profile profile() {
        return profile;
    }

    Authentication authentication() {
        return authentication;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(String key) {
        for (var kind : values()) if (kind.key().equals(key)) return Optional.of(kind);
        return Optional.empty();
    }

    static Kind of(RelyingParty party) {
        if (party.profile() == Profile.FAPI2) return KEYS;
        return party.authentication() == Authentication.NONE ? NATIVE : SECRET;
    }
}

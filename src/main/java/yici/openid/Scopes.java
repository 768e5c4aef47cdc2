package yici.openid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a party may ask to know, and which claims tell it. Only {@code sub} comes unasked. */
final class Scopes {

    static final String OPENID = "openid";
    static final String PROFILE = "profile";
    static final String IDENTITY_NUMBER = "identity_number";
    static final String PHONE = "phone";
    static final String ADDRESS = "address";
    static final String ACTING_FOR = "acting_for";

    /** Everybody the person might act for: told in the ID token alone. */
    static final String REPRESENTEE_LIST = "representee_list";

    /** With an id of that list it asks that the person act for this one. */
    static final String REPRESENTEE = "representee.";

    private static final Map<String, List<String>> CLAIMS = Map.of(
            OPENID, List.of("sub"),
            PROFILE, List.of("name", "account_kind"),
            IDENTITY_NUMBER, List.of("identity_number"),
            PHONE, List.of("phone_number"),
            ADDRESS, List.of("address"),
            ACTING_FOR, List.of("acting_for"),
            REPRESENTEE_LIST, List.of("representee_list"));

    /** In the order a consent page names them. */
    static final List<String> ALL =
            List.of(OPENID, PROFILE, IDENTITY_NUMBER, PHONE, ADDRESS, ACTING_FOR, REPRESENTEE_LIST);

    /** Who is there and for whom: without it no public body could do its duty. */
    static final Set<String> BY_DUTY = Set.of(OPENID, PROFILE, ACTING_FOR);

    private Scopes() {}

    /** What {@code scope} says, unknown names and all. */
    static Set<String> read(String scope) {
        return new LinkedHashSet<>(Arrays.asList(scope.strip().split(" +")));
    }

    static List<String> claims() {
        var claims = new ArrayList<String>();
        for (var scope : ALL) claims.addAll(CLAIMS.getOrDefault(scope, List.of()));
        return claims;
    }

    static Set<String> claimsOf(Collection<String> scopes) {
        var claims = new LinkedHashSet<String>();
        for (var scope : scopes) claims.addAll(CLAIMS.getOrDefault(scope, List.of()));
        return claims;
    }

    /** Empty for a claim that is nobody's. */
    static java.util.Optional<String> scopeOf(String claim) {
        return ALL.stream()
                .filter(scope -> CLAIMS.getOrDefault(scope, List.of()).contains(claim))
                .findFirst();
    }
}

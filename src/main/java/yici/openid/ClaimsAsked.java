package yici.openid;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The {@code claims} parameter (OpenID Connect Core, 5.5), as far as anybody here could tell: names we do not know are left out.
 *
 * @param idToken to be told in the ID token
 * @param userinfo to be told at userinfo
 * @param acr levels of which one must be reached; empty when none must
 * @param sub the only person the party wants to see; empty when anybody
 */
record ClaimsAsked(Set<String> idToken, Set<String> userinfo, List<String> acr, String sub) {

    static final ClaimsAsked NOTHING = new ClaimsAsked(Set.of(), Set.of(), List.of(), "");

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Bounds.CLAIMS_DEPTH)
                            .maxStringLength(Bounds.PARAMETER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    /** Empty for what is no such parameter, too large or too deep. */
    static Optional<ClaimsAsked> read(String text) {
        if (text.isEmpty()) return Optional.of(NOTHING);
        if (text.length() > Bounds.CLAIMS) return Optional.empty();
        try {
            var root = JSON.readTree(text);
            if (!root.isObject() || size(root) > Bounds.CLAIMS_ASKED) return Optional.empty();
            var idToken = root.path("id_token");
            var userinfo = root.path("userinfo");
            if (!isAsking(idToken) || !isAsking(userinfo)) return Optional.empty();
            return Optional.of(new ClaimsAsked(
                    names(idToken),
                    names(userinfo),
                    essential(idToken.path("acr")),
                    text(idToken.path("sub"), userinfo.path("sub"))));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** Also what claims by name belong to. */
    Set<String> with(Set<String> scopes) {
        var all = new LinkedHashSet<>(scopes);
        for (var name : idToken) Scopes.scopeOf(name).ifPresent(all::add);
        for (var name : userinfo) Scopes.scopeOf(name).ifPresent(all::add);
        return all;
    }

    private static boolean isAsking(JsonNode member) {
        return member.isMissingNode() || member.isNull() || member.isObject();
    }

    private static int size(JsonNode root) {
        return root.path("id_token").size() + root.path("userinfo").size();
    }

    private static Set<String> names(JsonNode member) {
        var names = new LinkedHashSet<String>();
        for (var name : member.propertyNames()) if (Scopes.scopeOf(name).isPresent()) names.add(name);
        return names;
    }

    /** A level that is merely liked needs no asking: every token says which one was reached. */
    private static List<String> essential(JsonNode acr) {
        if (!acr.path("essential").asBoolean(false)) return List.of();
        var values = acr.path("values");
        if (values.isArray())
            return values.valueStream().map(value -> value.asString("")).toList();
        var value = acr.path("value").asString("");
        return value.isEmpty() ? List.of() : List.of(value);
    }

    private static String text(JsonNode... asked) {
        for (var one : asked) {
            var value = one.path("value").asString("");
            if (!value.isEmpty()) return value;
        }
        return "";
    }
}

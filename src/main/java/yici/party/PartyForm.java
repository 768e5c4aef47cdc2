package yici.party;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was typed, as it was typed. */
record PartyForm(Map<String, String> fields) {

    static final List<String> NAMES = List.of("name_zh", "name_en", "name_fr", "name_ko", "name_ja");

    /** What a system may ask to know beyond that it is the same person again. */
    static final List<String> SCOPES =
            List.of("profile", "acting_for", "representee_list", "identity_number", "phone", "address");

    /** Each with a reason of its own. */
    static final List<String> SENSITIVE = List.of("identity_number", "phone", "address");

    private static final List<String> OTHERS = List.of(
            "body", "kind", "redirects", "goodbyes", "backchannel", "sector", "keys", "keys_uri", "contact", "old");
    private static final int LONGEST = 20_000;

    static final PartyForm EMPTY = new PartyForm(Map.of());

    static PartyForm of(HttpServletRequest request) {
        var fields = new LinkedHashMap<String, String>();
        for (var name : NAMES) take(request, name, fields);
        for (var name : OTHERS) take(request, name, fields);
        for (var scope : SCOPES) {
            take(request, "scope_" + scope, fields);
            take(request, "reason_" + scope, fields);
        }
        return new PartyForm(fields);
    }

    private static void take(HttpServletRequest request, String name, Map<String, String> fields) {
        var value = request.getParameter(name);
        if (value != null) fields.put(name, value.length() > LONGEST ? value.substring(0, LONGEST) : value);
    }

    String get(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    boolean wants(String scope) {
        return !get("scope_" + scope).isEmpty();
    }

    boolean has(String name, String value) {
        return get(name).equals(value);
    }

    /** One on each line. */
    List<String> lines(String name) {
        return Arrays.stream(get(name).split("\\s+"))
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }
}

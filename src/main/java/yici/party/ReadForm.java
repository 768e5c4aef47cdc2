package yici.party;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import yici.kit.Language;
import yici.kit.Translated;
import yici.openid.PartyAddresses;
import yici.openid.RelyingParty;

/** From what was typed to a system that can be registered, or what is wrong with it, by field. */
@Component
class ReadForm {

    /** @param flaws by field, as keys of words */
    record Reading(Map<String, String> flaws, Optional<Draft> draft) {}

    /** Everything a registration says but who it is. */
    record Draft(
            Translated name,
            Kind kind,
            boolean sharedSector,
            JWKSet keys,
            String keysUri,
            List<String> redirects,
            List<String> goodbyes,
            String backchannel,
            Set<String> scopes,
            boolean old,
            Map<String, String> reasons,
            String contact) {

        RelyingParty party(String clientId, String body, RelyingParty.Sector sector, byte[] secret, boolean sandbox) {
            boolean department = kind == Kind.KEYS;
            return new RelyingParty(
                    clientId,
                    name,
                    body,
                    sector,
                    kind.profile(),
                    kind.authentication(),
                    secret,
                    keys,
                    keysUri,
                    redirects,
                    goodbyes,
                    backchannel,
                    scopes,
                    Set.of("authorization_code", "refresh_token"),
                    old && kind == Kind.SECRET,
                    department ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256,
                    sandbox,
                    true);
        }
    }

    private static final int LONGEST_NAME = 60;
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 300;
    private static final int ADDRESSES = 10;

    private final PartyAddresses addresses;

    ReadForm(PartyAddresses addresses) {
        this.addresses = addresses;
    }

    /** @param sandbox false where people's real data will be: then nothing on a developer's machine */
    Reading read(PartyForm form, boolean sandbox) {
        var flaws = new LinkedHashMap<String, String>();
        var name = name(form, flaws);
        var kind = Kind.of(form.get("kind"));
        if (kind.isEmpty()) flaws.put("kind", "party.flaw.kind");
        var chosen = kind.orElse(Kind.KEYS);
        if (!Set.of("own", "shared").contains(form.get("sector"))) flaws.put("sector", "party.flaw.sector");
        var redirects = returns(form, "redirects", chosen, sandbox, flaws);
        if (redirects.isEmpty()) flaws.putIfAbsent("redirects", "party.flaw.redirects");
        var goodbyes = returns(form, "goodbyes", chosen, sandbox, flaws);
        called(form, "backchannel", sandbox, flaws);
        var keys = keys(form, chosen, sandbox, flaws);
        var reasons = reasons(form, flaws);
        var contact = form.get("contact");
        if (contact.length() < 4 || contact.length() > 200) flaws.put("contact", "party.flaw.contact");
        if (!flaws.isEmpty()) return new Reading(flaws, Optional.empty());

        return new Reading(
                flaws,
                Optional.of(new Draft(
                        new Translated(name),
                        chosen,
                        form.has("sector", "shared"),
                        keys,
                        chosen == Kind.KEYS ? form.get("keys_uri") : "",
                        redirects,
                        goodbyes,
                        form.get("backchannel"),
                        scopes(form),
                        form.has("old", "yes"),
                        reasons,
                        contact)));
    }

    private static Map<Language, String> name(PartyForm form, Map<String, String> flaws) {
        var names = new EnumMap<Language, String>(Language.class);
        for (var language : Language.values()) {
            var field = "name_" + language.code();
            var name = form.get(field).replaceAll("\\p{Cntrl}", "");
            if (name.isEmpty() && language == Language.ZH) flaws.put(field, "party.flaw.name");
            if (name.length() > LONGEST_NAME || name.matches(".*[<>{}].*")) flaws.put(field, "party.flaw.name.wrong");
            if (!name.isEmpty()) names.put(language, name);
        }
        return names;
    }

    private List<String> returns(PartyForm form, String field, Kind kind, boolean sandbox, Map<String, String> flaws) {
        var lines = form.lines(field);
        if (lines.size() > ADDRESSES) flaws.put(field, "party.flaw.address.many");
        for (var line : lines)
            addresses
                    .ofReturn(line, sandbox, kind == Kind.NATIVE)
                    .ifPresent(flaw -> flaws.putIfAbsent(field, key(flaw)));
        return lines;
    }

    /** May be empty. */
    private void called(PartyForm form, String field, boolean sandbox, Map<String, String> flaws) {
        if (form.get(field).isEmpty()) return;
        addresses.ofCall(form.get(field), sandbox).ifPresent(flaw -> flaws.put(field, key(flaw)));
    }

    private JWKSet keys(PartyForm form, Kind kind, boolean sandbox, Map<String, String> flaws) {
        if (kind != Kind.KEYS) return new JWKSet();
        boolean pasted = !form.get("keys").isEmpty();
        boolean published = !form.get("keys_uri").isEmpty();
        if (pasted == published) {
            flaws.put("keys", pasted ? "party.flaw.keys.both" : "party.flaw.keys.none");
            return new JWKSet();
        }
        if (published) {
            called(form, "keys_uri", sandbox, flaws);
            return new JWKSet();
        }
        return switch (ReadKeys.read(form.get("keys"))) {
            case ReadKeys.Reading.Good(var keys) -> keys;
            case ReadKeys.Reading.Flawed(var key) -> {
                flaws.put("keys", key);
                yield new JWKSet();
            }
        };
    }

    private static Set<String> scopes(PartyForm form) {
        var scopes = new LinkedHashSet<String>();
        scopes.add("openid");
        PartyForm.SCOPES.stream().filter(form::wants).forEach(scopes::add);
        return scopes;
    }

    private static Map<String, String> reasons(PartyForm form, Map<String, String> flaws) {
        var reasons = new LinkedHashMap<String, String>();
        for (var scope : PartyForm.SENSITIVE) {
            if (!form.wants(scope)) continue;
            var reason = form.get("reason_" + scope);
            if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON)
                flaws.put("reason_" + scope, "party.flaw.reason");
            reasons.put(scope, reason);
        }
        return reasons;
    }

    private static String key(PartyAddresses.Flaw flaw) {
        return "party.flaw.address." + flaw.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Kept for a form that is opened again. */
    static PartyForm form(RelyingParty party, Registrations.Registration of) {
        var fields = new LinkedHashMap<String, String>();
        party.name().texts().forEach((language, text) -> fields.put("name_" + language.code(), text));
        fields.put("body", party.body());
        fields.put("kind", Kind.of(party).key());
        fields.put("sector", party.sector().id().equals(party.clientId()) ? "own" : "shared");
        fields.put("redirects", String.join("\n", party.redirectUris()));
        fields.put("goodbyes", String.join("\n", party.postLogoutUris()));
        fields.put("backchannel", party.backchannelLogoutUri());
        fields.put("keys_uri", party.keysUri());
        if (Kind.of(party) == Kind.KEYS && party.keysUri().isEmpty())
            fields.put("keys", party.keys().toString(true));
        fields.put("contact", of.contact());
        if (party.withoutPkce()) fields.put("old", "yes");
        for (var scope : PartyForm.SCOPES) if (party.scopes().contains(scope)) fields.put("scope_" + scope, "yes");
        of.reasons().forEach((scope, reason) -> fields.put("reason_" + scope, reason));
        return new PartyForm(fields);
    }
}

package yici.openid;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import yici.kit.Csv;
import yici.kit.Language;
import yici.kit.SampleLoader;
import yici.kit.Translated;

/** The systems of the sandbox, for whoever wants to try to connect one; they are marked as such wherever a person sees them. */
@Component
class LoadParties implements SampleLoader {

    private final RelyingParties parties;

    LoadParties(RelyingParties parties) {
        this.parties = parties;
    }

    @Override
    public String room() {
        return "openid";
    }

    @Override
    public int step() {
        return 50;
    }

    @Override
    public void load(Path sample) {
        Csv.read(sample, "relying-parties.csv", "client_id", "name_zh", "authentication", "redirect_uris")
                .forEach(row -> parties.save(party(row)));
    }

    private RelyingParty party(Csv.Row row) {
        var names = new EnumMap<Language, String>(Language.class);
        for (var language : Language.values()) {
            var name = row.get("name_" + language.code());
            if (!name.isEmpty()) names.put(language, name);
        }
        var secret = row.get("secret");
        var profile = RelyingParty.Profile.valueOf(row.get("profile"));
        return new RelyingParty(
                row.get("client_id"),
                new Translated(names),
                row.get("body"),
                parties.sector(row.get("sector")),
                profile,
                RelyingParty.Authentication.valueOf(row.get("authentication")),
                secret.isEmpty() ? new byte[0] : parties.hashOfSecret(secret),
                new JWKSet(),
                row.get("jwks_uri"),
                words(row, "redirect_uris"),
                words(row, "post_logout_uris"),
                row.get("backchannel_logout_uri"),
                new LinkedHashSet<>(words(row, "scopes")),
                new LinkedHashSet<>(words(row, "grants")),
                false,
                profile == RelyingParty.Profile.FAPI2 ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256,
                true,
                true);
    }

    private static List<String> words(Csv.Row row, String column) {
        return Arrays.stream(row.get(column).split(" +"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}

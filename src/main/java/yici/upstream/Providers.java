package yici.upstream;

import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import yici.identity.SignedIn;
import yici.identity.Trust;
import yici.kit.Language;
import yici.kit.Translated;

/** The providers of {@code yici.upstream.<id>.*}; none, unless somebody configured one. What is configured wrongly stops the start. */
@Component
class Providers {

    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** As properties say it; docs/other-providers.md explains each. */
    record Settings(
            @DefaultValue("OIDC") Provider.Protocol protocol,
            @DefaultValue("PERSON") SignedIn.Kind accounts,
            @DefaultValue Map<String, String> name,
            @DefaultValue("") String issuer,
            @DefaultValue("") String clientId,
            @DefaultValue("") String clientSecret,
            @DefaultValue("openid profile") String scope,
            @DefaultValue("") String acr,
            @DefaultValue("name") String nameClaim,
            @DefaultValue("") String numberClaim,
            @DefaultValue("") String levels,
            @DefaultValue("2") int level,
            @DefaultValue("") String enter,
            @DefaultValue("") String exchange,
            @DefaultValue("js_code") String codeParameter,
            @DefaultValue("openid") String subject) {}

    /** Addresses of our own beside those of providers. */
    private static final Set<String> TAKEN = Set.of("callback", "stranger", "forget", "link", "unlink");

    private final List<Provider> all;

    Providers(Environment environment) {
        all = Binder.get(environment)
                .bind("yici.upstream", Bindable.mapOf(String.class, Settings.class))
                .orElseGet(Map::of)
                .entrySet()
                .stream()
                .map(entry -> provider(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Provider::id))
                .toList();
    }

    List<Provider> all() {
        return all;
    }

    Optional<Provider> find(String id) {
        return all.stream().filter(provider -> provider.id().equals(id)).findFirst();
    }

    private static Provider provider(String id, Settings set) {
        var named = "yici.upstream." + id;
        if (!id.matches("[a-z][a-z0-9-]{1,30}") || TAKEN.contains(id))
            throw new IllegalArgumentException(named + ": not a name for a provider");
        if (set.clientId().isBlank()) throw new IllegalArgumentException(named + ".client-id is missing");
        if (set.accounts() == SignedIn.Kind.STAFF)
            throw new IllegalArgumentException(named + ".accounts: staff signs in here alone");
        if (set.protocol() == Provider.Protocol.OIDC) safe(named + ".issuer", set.issuer());
        else if (!set.enter().contains("{state}")) throw new IllegalArgumentException(named + ".enter needs {state}");
        else safe(named + ".exchange", set.exchange());
        return new Provider(
                id,
                set.protocol(),
                set.accounts(),
                name(named, set.name()),
                set.issuer(),
                set.clientId(),
                set.clientSecret(),
                set.scope(),
                set.acr(),
                set.nameClaim(),
                set.numberClaim(),
                levels(named, set.levels()),
                Trust.of(set.level()),
                set.enter(),
                set.exchange(),
                set.codeParameter(),
                set.subject());
    }

    private static Translated name(String named, Map<String, String> texts) {
        var names = new EnumMap<Language, String>(Language.class);
        for (var language : Language.values()) {
            var text = texts.getOrDefault(language.code(), "");
            if (!text.isBlank()) names.put(language, text);
        }
        if (!names.containsKey(Language.ZH)) throw new IllegalArgumentException(named + ".name.zh is missing");
        return new Translated(names);
    }

    /** Such as {@code urn:acr:basic=2 urn:acr:face=4}. */
    private static Map<String, Trust> levels(String named, String said) {
        var levels = new HashMap<String, Trust>();
        Arrays.stream(said.strip().split("\\s+")).filter(one -> !one.isEmpty()).forEach(one -> {
            int at = one.lastIndexOf('=');
            if (at < 1 || !one.substring(at + 1).matches("[2-5]"))
                throw new IllegalArgumentException(named + ".levels: " + one);
            levels.put(one.substring(0, at), Trust.of(Integer.parseInt(one.substring(at + 1))));
        });
        return Map.copyOf(levels);
    }

    private static void safe(String named, String address) {
        try {
            if (isSafe(URI.create(address))) return;
        } catch (IllegalArgumentException broken) {
            throw new IllegalArgumentException(named + " is no address: " + address, broken);
        }
        throw new IllegalArgumentException(named + " must begin with https://, was " + address);
    }

    /** Encrypted, or on this very machine. */
    static boolean isSafe(URI address) {
        return address.getHost() != null
                && address.getRawUserInfo() == null
                && ("https".equals(address.getScheme())
                        || "http".equals(address.getScheme()) && OWN_MACHINE.contains(address.getHost()));
    }
}

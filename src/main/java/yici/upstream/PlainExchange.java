package yici.upstream;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A code against an account's name, as WeChat's {@code jscode2session} answers it: {@code openid}, for some {@code unionid}, or {@code errcode}. It
 * tells neither name nor number, so by itself it is worth what the configuration says, usually level 2. The session key that comes along
 * is not kept.
 */
@Component
class PlainExchange implements CodeExchange {

    /** Busy, or asked too often. */
    private static final Set<Integer> NOT_NOW = Set.of(-1, 45011, 40226);

    private final Asking asking;

    PlainExchange(Asking asking) {
        this.asking = asking;
    }

    @Override
    public Provider.Protocol protocol() {
        return Provider.Protocol.CODE_EXCHANGE;
    }

    @Override
    public Optional<String> enter(Provider provider, Visit visit, String redirect) {
        return Optional.of(provider.enter()
                .replace("{client}", Asking.encoded(provider.clientId()))
                .replace("{redirect}", Asking.encoded(redirect))
                .replace("{state}", Asking.encoded(visit.state())));
    }

    @Override
    public Outcome exchange(Provider provider, Visit visit, Answer answer, String redirect) {
        var asked = new LinkedHashMap<String, String>();
        asked.put("appid", provider.clientId());
        asked.put("secret", provider.clientSecret());
        asked.put(provider.codeParameter(), answer.code());
        asked.put("grant_type", "authorization_code");
        var address = provider.exchange() + (provider.exchange().contains("?") ? "&" : "?") + Asking.form(asked);
        return switch (asking.get(URI.create(address), Map.of())) {
            case Asking.Reply.Nothing _ -> new Outcome.Down();
            case Asking.Reply.Json json when json.status() >= 500 -> new Outcome.Down();
            case Asking.Reply.Json json -> read(provider, json);
        };
    }

    private static Outcome read(Provider provider, Asking.Reply.Json said) {
        if (said.body().get("errcode") instanceof Number error && error.intValue() != 0)
            return NOT_NOW.contains(error.intValue()) ? new Outcome.Down() : new Outcome.Refused("errcode " + error);
        if (!said.isGood()) return new Outcome.Refused("status " + said.status());
        var subject = said.text(provider.subjectField());
        if (!subject.matches("[A-Za-z0-9_-]{6,128}")) return new Outcome.Refused("no account named");
        return new Outcome.Known(new Attested(provider, subject, "", "", provider.worth("")));
    }
}

package yici.upstream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import yici.identity.SealedCookie;
import yici.identity.Trust;

/** Who is on the way, and who came and has no account here: sealed in the browser, so that a visitor writes nothing. */
@Component
class Roundtrips {

    static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final Duration STRANGER_GOOD_FOR = Duration.ofMinutes(15);

    private static final int MOST = 3;
    private static final int LONGEST_WAY_BACK = 400;
    private static final String COOKIE = "upstream";
    private static final String STRANGER = "upstream-stranger";

    private final SealedCookie cookies;
    private final Providers providers;
    private final Clock clock;

    Roundtrips(SealedCookie cookies, Providers providers, Clock clock) {
        this.cookies = cookies;
        this.providers = providers;
        this.clock = clock;
    }

    Visit begin(
            Provider provider,
            Visit.Purpose purpose,
            Optional<UUID> account,
            String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        var back = to.length() > LONGEST_WAY_BACK ? "" : to;
        var visit = Visit.begin(
                provider.id(), purpose, account, back, clock.instant().plus(GOOD_FOR));
        write(Stream.concat(Stream.of(visit), open(request).stream()), request, response);
        return visit;
    }

    /** The visit this answer belongs to; it ends with it. */
    Optional<Visit> end(String state, HttpServletRequest request, HttpServletResponse response) {
        var open = open(request);
        var visit = open.stream().filter(one -> one.state().equals(state)).findFirst();
        visit.ifPresent(ended -> write(open.stream().filter(one -> !one.equals(ended)), request, response));
        return visit;
    }

    private List<Visit> open(HttpServletRequest request) {
        return cookies.read(COOKIE, request).stream()
                .flatMap(String::lines)
                .map(Visit::read)
                .filter(visit -> visit.endsAt().isAfter(clock.instant()))
                .toList();
    }

    private void write(Stream<Visit> visits, HttpServletRequest request, HttpServletResponse response) {
        var text = visits.limit(MOST).map(Visit::text).collect(Collectors.joining("\n"));
        if (text.isEmpty()) cookies.remove(COOKIE, request, response);
        else cookies.write(COOKIE, text, GOOD_FOR, request, response);
    }

    /** Came from there and is not known here yet. */
    void keepStranger(Attested who, HttpServletRequest request, HttpServletResponse response) {
        var text = JsonMapper.shared()
                .writeValueAsString(List.of(
                        who.provider().id(),
                        who.subject(),
                        who.name(),
                        who.number(),
                        "" + who.level().number()));
        cookies.write(STRANGER, text, STRANGER_GOOD_FOR, request, response);
    }

    Optional<Attested> stranger(HttpServletRequest request) {
        return cookies.read(STRANGER, request).flatMap(text -> {
            var parts = JsonMapper.shared().readValue(text, String[].class);
            var level = Trust.of(Integer.parseInt(parts[4]));
            return providers
                    .find(parts[0])
                    .map(provider -> new Attested(provider, parts[1], parts[2], parts[3], level));
        });
    }

    void forgetStranger(HttpServletRequest request, HttpServletResponse response) {
        cookies.remove(STRANGER, request, response);
    }
}

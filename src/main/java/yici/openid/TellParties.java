package yici.openid;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells a party that a session has ended (OpenID Connect Back-Channel Logout), again and again until it has heard, or is not there. */
@Component
class TellParties {

    private static final Logger log = LoggerFactory.getLogger(TellParties.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** After each try that failed; then it is given up. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1));

    /** @param tries how often it was told in vain */
    record Notice(UUID sid, UUID signOn, String clientId, UUID person, String issuer, Instant beganAt, int tries)
            implements Serializable {

        static Notice of(Visits.Visit visit) {
            return new Notice(
                    visit.sid(), visit.signOn(), visit.clientId(), visit.person(), visit.issuer(), visit.beganAt(), 0);
        }

        Visits.Visit visit() {
            return new Visits.Visit(sid, signOn, clientId, person, issuer, beganAt);
        }

        Notice again() {
            return new Notice(sid, signOn, clientId, person, issuer, beganAt, tries + 1);
        }
    }

    static final TaskDescriptor<Notice> TELL = TaskDescriptor.of("tell-party", Notice.class);

    private final RelyingParties parties;
    private final Tokens tokens;
    private final PartyAddresses addresses;
    private final Sightings sightings;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    TellParties(RelyingParties parties, Tokens tokens, PartyAddresses addresses, Sightings sightings, Clock clock) {
        this.parties = parties;
        this.tokens = tokens;
        this.addresses = addresses;
        this.sightings = sightings;
        this.clock = clock;
    }

    CompletionHandler<Notice> tell(Notice notice) {
        boolean heard = parties.active(notice.clientId())
                .map(party -> tell(party, notice))
                .orElse(true); // nobody is there to hear
        return (complete, then) -> {
            if (heard || notice.tries() >= WAITS.size()) then.stop();
            else then.reschedule(complete, clock.instant().plus(WAITS.get(notice.tries())), notice.again());
        };
    }

    private boolean tell(RelyingParty party, Notice notice) {
        if (party.backchannelLogoutUri().isEmpty()) return true;
        var token = tokens.logoutToken(party, notice.visit());
        var request = HttpRequest.newBuilder(URI.create(party.backchannelLogoutUri()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("logout_token=" + URLEncoder.encode(token, UTF_8)))
                .build();
        try {
            addresses.check(request.uri(), party.sandbox());
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status == 200 || status == 204) {
                sightings.saw(party.clientId(), PartyFigures.What.LOGOUT_HEARD);
                return true;
            }
            sightings.saw(party.clientId(), PartyFigures.What.LOGOUT_FAILED, "status " + status);
            log.warn("{} did not sign somebody out: status {}", party.clientId(), status);
        } catch (IOException e) {
            sightings.saw(party.clientId(), PartyFigures.What.LOGOUT_FAILED, e.toString());
            log.warn("{} did not hear that a session ended: {}", party.clientId(), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}

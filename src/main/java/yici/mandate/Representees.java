package yici.mandate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import yici.identity.Accounts;
import yici.identity.Capacity;
import yici.identity.SignedIn;

/**
 * For the OpenID provider: whom a person may act for ({@code representee_list}), and the switch of the session that a relying party asks for
 * by {@code representee.<id>}. A register that is down says so and keeps nobody from signing in as himself.
 */
@Component
public class Representees {

    public enum Status {
        OK("OK"),
        SERVICE_NOT_AVAILABLE("SERVICE_NOT_AVAILABLE"),
        NOT_ALLOWED("REQUESTED_REPRESENTEE_NOT_ALLOWED");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        /** As it stands in the claim. */
        public String code() {
            return code;
        }
    }

    /**
     * @param id names the party to this person alone; {@code representee.<id>} asks for it
     * @param legal a firm, not a natural person
     * @param lifeEvents empty for all
     * @param source {@code own} or the register's name
     */
    public record Representee(
            String id,
            boolean legal,
            String name,
            Capacity capacity,
            List<String> lifeEvents,
            String area,
            String source,
            Optional<Instant> until) {}

    /** @param status not {@code OK} when a register did not answer: the list may lack somebody */
    public record Listing(Status status, List<Representee> representees) {}

    /** @param me as the session is now, after a switch; before it, when there was none */
    public record Refreshed(Status status, SignedIn me) {}

    private final ListParties parties;
    private final SwitchParty switchParty;
    private final Accounts accounts;

    Representees(ListParties parties, SwitchParty switchParty, Accounts accounts) {
        this.accounts = accounts;
        this.parties = parties;
        this.switchParty = switchParty;
    }

    public Listing of(SignedIn me) {
        var listing = parties.of(me);
        return new Listing(
                listing.complete() ? Status.OK : Status.SERVICE_NOT_AVAILABLE,
                listing.parties().stream().map(this::representee).toList());
    }

    /** Changes the session under a new cookie, without signing in again. */
    public Refreshed refresh(SignedIn me, String id, HttpServletRequest request, HttpServletResponse response) {
        return switch (switchParty.to(me, id, request, response)) {
            case SwitchParty.Switched.Acting(var now) -> new Refreshed(Status.OK, now);
            case SwitchParty.Switched.NotAllowed _ -> new Refreshed(Status.NOT_ALLOWED, me);
            case SwitchParty.Switched.SignedOut _ -> new Refreshed(Status.NOT_ALLOWED, me);
            case SwitchParty.Switched.NotAvailable _ -> new Refreshed(Status.SERVICE_NOT_AVAILABLE, me);
        };
    }

    private Representee representee(ListParties.Party party) {
        return new Representee(
                party.id(),
                isFirm(party),
                party.name(),
                party.capacity(),
                party.mandate().map(Mandate::lifeEvents).orElse(List.of()),
                party.mandate().map(Mandate::area).orElse(""),
                party.offered().map(ListParties.Offered::source).orElse("own"),
                party.mandate().flatMap(Mandate::until));
    }

    private boolean isFirm(ListParties.Party party) {
        return party.mandate()
                .flatMap(mandate -> accounts.find(mandate.granter()))
                .map(account -> account.kind() == SignedIn.Kind.FIRM)
                .orElse(party.capacity() == Capacity.LEGAL_REPRESENTATIVE);
    }
}

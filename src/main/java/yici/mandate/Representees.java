package yici.mandate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import yici.identity.Accounts;
import yici.identity.Capacity;
import yici.identity.SignedIn;
import yici.jurisdiction.Areas;

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
     * @param id names the party to this person alone; what a relying party is told in its place, and asks for, is the provider's to say
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

    private static final String OWN = "own";

    private final ListParties parties;
    private final Mandates mandates;
    private final SwitchParty switchParty;
    private final Accounts accounts;
    private final Areas areas;
    private final Clock clock;

    Representees(
            ListParties parties,
            Mandates mandates,
            SwitchParty switchParty,
            Accounts accounts,
            Areas areas,
            Clock clock) {
        this.parties = parties;
        this.mandates = mandates;
        this.switchParty = switchParty;
        this.accounts = accounts;
        this.areas = areas;
        this.clock = clock;
    }

    public Listing of(UUID person) {
        var listing = parties.of(person);
        return new Listing(
                listing.complete() ? Status.OK : Status.SERVICE_NOT_AVAILABLE,
                listing.parties().stream()
                        .map(party -> representee(person, party))
                        .toList());
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

    /** As the mandate stands just now; empty when it has ended. No register is asked. */
    public Optional<Representee> inForce(UUID mandate, UUID person) {
        return mandates.find(mandate)
                .filter(found -> found.grantee().equals(Optional.of(person)))
                .filter(found -> found.at(clock.instant()) == Mandate.State.IN_FORCE)
                .map(found -> kept(person, found));
    }

    private Representee representee(UUID person, ListParties.Party party) {
        return party.mandate().map(mandate -> kept(person, mandate)).orElseGet(() -> offered(party));
    }

    private Representee kept(UUID person, Mandate mandate) {
        return new Representee(
                ListParties.id(person, mandate),
                isFirm(mandate),
                mandate.granterName(),
                mandate.capacity(),
                mandate.lifeEvents(),
                mandate.area(),
                source(mandate),
                mandate.until());
    }

    /** Nothing is recorded yet: for everything, as a register's word is. */
    private Representee offered(ListParties.Party party) {
        return new Representee(
                party.id(),
                party.capacity() == Capacity.LEGAL_REPRESENTATIVE,
                party.name(),
                party.capacity(),
                List.of(),
                areas.province().code(),
                party.offered().map(ListParties.Offered::source).orElse(OWN),
                Optional.empty());
    }

    private static String source(Mandate mandate) {
        return mandate.evidence() == Mandate.Evidence.REGISTER
                ? mandate.reference().split(" ", 2)[0]
                : OWN;
    }

    private boolean isFirm(Mandate mandate) {
        return accounts.find(mandate.granter())
                .filter(account -> account.kind() == SignedIn.Kind.FIRM)
                .isPresent();
    }
}

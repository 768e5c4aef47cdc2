package yici.openid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import yici.identity.Account;
import yici.identity.Accounts;
import yici.identity.SignedIn;
import yici.mandate.Representees;
import yici.mandate.Representees.Representee;

/**
 * For whom a person acts at a party, for whom they might, and what becomes of a party's wish that they act for one of these. Whatever a
 * register does, nobody is kept from signing on as who they are.
 */
@Component
class ForWhom {

    static final String OK = Representees.Status.OK.code();
    static final String NOT_ALLOWED = Representees.Status.NOT_ALLOWED.code();

    /** The person was asked and would rather not. */
    static final String DECLINED = "REPRESENTEE_DECLINED";

    /** A claim for more is nobody's who lives here. */
    private static final int MOST = 200;

    sealed interface Wish {
        /** The session acts for them already. */
        record Met() implements Wish {}

        record Possible(Representee whom) implements Wish {}

        /** @param status as the claim says it */
        record Not(String status) implements Wish {}
    }

    private final Representees representees;
    private final Accounts accounts;

    ForWhom(Representees representees, Accounts accounts) {
        this.representees = representees;
        this.accounts = accounts;
    }

    /** @param id as this party knows whom it wishes for */
    Wish wish(RelyingParty party, String id, SignedIn me) {
        if (isMet(party, id, me)) return new Wish.Met();
        var listing = representees.of(me.person());
        return listing.representees().stream()
                .filter(one -> party.nameOf(one).equals(id))
                .findFirst()
                .<Wish>map(Wish.Possible::new)
                .orElseGet(() -> new Wish.Not(
                        listing.status() == Representees.Status.OK
                                ? NOT_ALLOWED
                                : listing.status().code()));
    }

    boolean isMet(RelyingParty party, String id, SignedIn me) {
        return me.acting()
                .flatMap(acting -> representees.inForce(acting.mandate(), me.person()))
                .filter(one -> party.nameOf(one).equals(id))
                .isPresent();
    }

    /** The session acts for them from now on, here and everywhere. What came of it, as the claim says it. */
    String meet(RelyingParty party, String id, SignedIn me, HttpServletRequest request, HttpServletResponse response) {
        return switch (wish(party, id, me)) {
            case Wish.Met _ -> OK;
            case Wish.Possible(var whom) ->
                representees.refresh(me, whom.id(), request, response).status().code();
            case Wish.Not(var status) -> status;
        };
    }

    /** False where somebody acted for another when they signed on, and may no longer. */
    boolean stands(Grant grant) {
        return grant.acting()
                .map(acting -> stands(acting.mandate(), grant.person()))
                .orElse(true);
    }

    boolean stands(UUID mandate, UUID person) {
        return representees.inForce(mandate, person).isPresent();
    }

    /** The claim {@code acting_for}: as they chose when they signed on, and as the mandate stands now. */
    Optional<Map<String, Object>> actingFor(RelyingParty party, Grant grant) {
        return grant.acting()
                .flatMap(acting -> representees
                        .inForce(acting.mandate(), grant.person())
                        .map(whom -> {
                            var told = new LinkedHashMap<String, Object>();
                            told.put("representee", party.nameOf(whom));
                            accounts.find(acting.account())
                                    .filter(account -> account.kind() == SignedIn.Kind.FIRM)
                                    .map(Account::number)
                                    .ifPresent(number -> told.put("id", number));
                            told.putAll(described(whom));
                            told.put("mandate", acting.mandate().toString());
                            return told;
                        }));
    }

    /** The claim {@code representee_list}, asked of the registers now. One that is down is named by the status, and leaves its parties out. */
    Map<String, Object> list(RelyingParty party, Grant grant) {
        var listing = representees.of(grant.person());
        var list = listing.representees().stream()
                .limit(MOST)
                .map(one -> {
                    var told = new LinkedHashMap<String, Object>();
                    told.put("id", party.nameOf(one));
                    told.putAll(described(one));
                    return told;
                })
                .toList();
        return Map.of("status", listing.status().code(), "list", list);
    }

    /** {@code life_events} is left out where it is all of them, {@code valid_until} where nobody has set an end. */
    private static Map<String, Object> described(Representee one) {
        var told = new LinkedHashMap<String, Object>();
        told.put("type", one.legal() ? "legal" : "natural");
        told.put("name", one.name());
        told.put("capacity", one.capacity().name().toLowerCase(Locale.ROOT));
        if (!one.lifeEvents().isEmpty()) told.put("life_events", one.lifeEvents());
        told.put("area", one.area());
        told.put("source", one.source());
        one.until().ifPresent(until -> told.put("valid_until", until.getEpochSecond()));
        return told;
    }
}

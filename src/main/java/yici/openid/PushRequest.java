package yici.openid;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A party lays its request down before it sends the person (RFC 9126); the same checks as at the authorization endpoint, told at once. */
@Component
class PushRequest {

    private final ReadRequest readRequest;
    private final PushedRequests pushed;
    private final KeyProofs proofs;

    PushRequest(ReadRequest readRequest, PushedRequests pushed, KeyProofs proofs) {
        this.readRequest = readRequest;
        this.pushed = pushed;
        this.proofs = proofs;
    }

    /** The {@code request_uri}. */
    String push(RelyingParty party, HttpServletRequest request) {
        var sent = Parameters.of(request);
        if (sent.has("request_uri")) throw Refusal.of(Refusal.INVALID_REQUEST, "request_uri has no place here");
        if (sent.has("client_id") && !sent.get("client_id").equals(party.clientId()))
            throw Refusal.of(Refusal.INVALID_REQUEST, "client_id is another");
        var asked = sent.without("client_secret", "client_assertion", "client_assertion_type")
                .with("client_id", party.clientId());
        var bound = bound(asked, request);
        return switch (readRequest.read(bound, Callers.issuer())) {
            case ReadRequest.Reading.Valid _ -> pushed.add(party.clientId(), bound);
            case ReadRequest.Reading.Refused refused -> throw Refusal.of(refused.code(), refused.sentence());
            case ReadRequest.Reading.Broken(var trouble) ->
                throw Refusal.of(Refusal.INVALID_REQUEST, sentence(trouble));
        };
    }

    /** A proof that comes along binds the code to its key (RFC 9449, 10.1). */
    private Parameters bound(Parameters asked, HttpServletRequest request) {
        var sent = Collections.list(request.getHeaders("DPoP"));
        if (sent.isEmpty()) return asked;
        if (sent.size() > 1) throw KeyProofs.refused("one proof, please");
        var proof = proofs.check(
                sent.getFirst(), new KeyProofs.Call("POST", Callers.issuer() + "/oauth2/par", Optional.empty()));
        if (asked.has("dpop_jkt") && !asked.get("dpop_jkt").equals(proof.keyHash()))
            throw KeyProofs.refused("dpop_jkt is of another key");
        proofs.spend(proof);
        return asked.with("dpop_jkt", proof.keyHash());
    }

    static String sentence(Trouble trouble) {
        return switch (trouble) {
            case WRONG_RETURN -> "redirect_uri is not registered";
            case TOO_LARGE -> "the request is too large";
            default -> "the request cannot be taken";
        };
    }
}

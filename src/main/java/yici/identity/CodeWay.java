package yici.identity;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import yici.notification.Channel;

/** A code to the telephone, or for who has shown none to the mail box, that the person has shown to be theirs. */
@Component
class CodeWay implements Way {

    private final Codes codes;
    private final Reached reached;
    private final FactorTries tries;

    CodeWay(Codes codes, Reached reached, FactorTries tries) {
        this.codes = codes;
        this.reached = reached;
        this.tries = tries;
    }

    @Override
    public Proof.Method method() {
        return Proof.Method.ONE_TIME_CODE;
    }

    @Override
    public boolean ready(UUID account) {
        return target(account).isPresent();
    }

    Optional<Codes.Target> target(UUID account) {
        return at(account, Channel.SMS).or(() -> at(account, Channel.MAIL));
    }

    private Optional<Codes.Target> at(UUID account, Channel channel) {
        return codes.reach(channel)
                ? reached.at(account, channel).map(to -> new Codes.Target(channel, to))
                : Optional.empty();
    }

    @Override
    public Answer prove(UUID account, String typed, SignIn.From from) {
        return tries.tried(
                account,
                () -> codes.redeem(account, Codes.Purpose.STEP_UP, typed)
                        .map(target -> target.channel().name()));
    }
}

package yici.identity;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** The code an authenticator app shows. */
@Component
class AppWay implements Way {

    private final Apps apps;
    private final FactorTries tries;

    AppWay(Apps apps, FactorTries tries) {
        this.apps = apps;
        this.tries = tries;
    }

    @Override
    public Proof.Method method() {
        return Proof.Method.TOTP;
    }

    @Override
    public boolean ready(UUID account) {
        return !apps.of(account).isEmpty();
    }

    @Override
    public boolean askedAlways(UUID account) {
        return ready(account);
    }

    @Override
    public Answer prove(UUID account, String typed, SignIn.From from) {
        return tries.tried(account, () -> apps.redeem(account, typed).map(UUID::toString));
    }
}

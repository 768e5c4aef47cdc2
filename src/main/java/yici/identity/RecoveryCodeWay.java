package yici.identity;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** One of the ten codes on paper. */
@Component
class RecoveryCodeWay implements Way {

    private final RecoveryCodes recovery;
    private final FactorTries tries;

    RecoveryCodeWay(RecoveryCodes recovery, FactorTries tries) {
        this.recovery = recovery;
        this.tries = tries;
    }

    @Override
    public Proof.Method method() {
        return Proof.Method.RECOVERY_CODE;
    }

    @Override
    public boolean ready(UUID account) {
        return recovery.left(account) > 0;
    }

    @Override
    public Answer prove(UUID account, String typed, SignIn.From from) {
        return tries.tried(account, () -> Optional.of("").filter(_ -> recovery.redeem(account, typed)));
    }
}

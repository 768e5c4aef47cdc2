package yici.identity;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Accounts of natural persons, firms and staff. */
@Component
public class Accounts {

    public Optional<Account> find(UUID id) {
        throw new UnsupportedOperationException(id.toString());
    }
}

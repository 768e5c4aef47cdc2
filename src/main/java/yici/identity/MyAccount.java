package yici.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import yici.kit.Translated;

/**
 * What the account page shows.
 *
 * @param phoneConfirmed a code that was sent there was read
 * @param mail confirmed like that; may be empty
 * @param address as kept, or as just typed with a flaw
 * @param posts of staff: what they may do and where
 * @param askedBack somebody has asked for this account at a counter
 * @param flaws keys of words by field
 * @param done key of words that say what was just done; may be empty
 */
record MyAccount(
        Account account,
        boolean phoneConfirmed,
        String mail,
        String address,
        List<Held> posts,
        boolean passwordTemporary,
        List<Sessions.Open> sessions,
        List<Devices.Known> devices,
        Optional<CounterRecovery> askedBack,
        Map<String, String> flaws,
        String done) {

    /** @param where the body of an officer, the area of an administrator */
    record Held(String role, Translated where) {}

    MyAccount typed(String address, Map<String, String> flaws) {
        return new MyAccount(
                account,
                phoneConfirmed,
                mail,
                address,
                posts,
                passwordTemporary,
                sessions,
                devices,
                askedBack,
                flaws,
                "");
    }

    MyAccount flawed(Map<String, String> flaws) {
        return typed(address, flaws);
    }
}

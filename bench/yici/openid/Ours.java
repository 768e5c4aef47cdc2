package yici.openid;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import yici.house.Launched;

/** The product, started as a person starts it, and its sandbox client. */
final class Ours {

    static final String REDIRECT = "http://localhost:8090/callback";

    /** The parameters of Argon2id are Keycloak's defaults, so that both do the same work for a password. */
    static final String[] OPTIONS = {"--yici.password.memory-kib=7168", "--yici.password.iterations=5"};

    /** Last digits of the sample's citizens, sample/accounts.csv. */
    private static final List<Integer> CITIZENS = List.of(1, 2, 3, 4, 5, 6, 11, 12);

    private final Launched product;

    Ours(Launched product) {
        this.product = product;
    }

    Provider provider(int people) throws IOException, InterruptedException {
        return Provider.discovered(
                "Yici",
                product.url(),
                "sandbox-web",
                "yici-demo-secret-2026-nothing-is-behind-it",
                REDIRECT,
                logins(people),
                "yici-demo-2026",
                processes(),
                "postgres");
    }

    private static List<String> logins(int people) {
        if (people > CITIZENS.size()) throw new IllegalArgumentException("the sample has " + CITIZENS.size());
        return CITIZENS.stream().limit(people).map("1390000%04d"::formatted).toList();
    }

    private List<ProcessHandle> processes() throws IOException {
        long database = product.database().pid();
        return Stream.concat(Stream.of(product.handle()), product.handle().descendants())
                .filter(process -> process.pid() != database
                        && process.parent()
                                .map(ProcessHandle::pid)
                                .filter(pid -> pid == database)
                                .isEmpty())
                .toList();
    }
}

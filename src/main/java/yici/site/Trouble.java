package yici.site;

import java.util.List;
import yici.kit.Translated;

/**
 * What an error page says.
 *
 * @param key of the words {@code site.problem.<key>.title} and {@code .way}
 * @param reference under which the log keeps what happened; empty where there is nothing to look up
 * @param nearest where the person most likely wanted to go
 */
record Trouble(int status, String key, String reference, List<Link> nearest) {

    record Link(String href, Translated name) {}

    static Trouble of(int status) {
        return new Trouble(status, key(status), "", List.of());
    }

    Trouble nearTo(List<Link> links) {
        return new Trouble(status, key, reference, links);
    }

    Trouble known(String as) {
        return new Trouble(status, key, as, nearest);
    }

    private static String key(int status) {
        return switch (status) {
            case 401 -> "sign-in";
            case 403 -> "forbidden";
            case 404, 410 -> "not-found";
            case 405 -> "method";
            case 413 -> "too-large";
            case 429 -> "too-many";
            case 503 -> "busy";
            default -> status < 500 ? "bad-request" : "failure";
        };
    }
}

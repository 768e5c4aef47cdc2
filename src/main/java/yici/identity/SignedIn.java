package yici.identity;

import java.util.List;
import java.util.UUID;
import yici.jurisdiction.Post;

/**
 * The one door to who is acting. A controller takes it as a parameter: {@code SignedIn me} sends a visitor to sign in and back,
 * {@code Optional<SignedIn> me} does not.
 *
 * @param posts empty for citizens and firms
 */
public record SignedIn(UUID account, Kind kind, String name, List<Post> posts) {

    public enum Kind {
        PERSON,
        FIRM,
        STAFF
    }

    /** {@code account:<uuid>}, as the audit log names people. */
    public String asActor() {
        return "account:" + account;
    }

    public boolean decidesFor(String body) {
        return posts.stream()
                .anyMatch(p -> p.role() == Post.Role.OFFICER
                        && p.body().filter(body::equals).isPresent());
    }

    /** The bodies this officer decides for; the desk's SQL takes it as its first filter. */
    public List<String> bodies() {
        return posts.stream().flatMap(p -> p.body().stream()).distinct().toList();
    }

    public boolean isOfficer() {
        return posts.stream().anyMatch(p -> p.role() == Post.Role.OFFICER);
    }

    public boolean isAdministrator() {
        return posts.stream().anyMatch(p -> p.role() == Post.Role.ADMINISTRATOR);
    }

    /** The areas this administrator governs, each with everything below it. */
    public List<String> administers() {
        return posts.stream()
                .filter(p -> p.role() == Post.Role.ADMINISTRATOR)
                .map(Post::area)
                .toList();
    }
}

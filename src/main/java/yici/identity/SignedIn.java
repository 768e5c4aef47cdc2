package yici.identity;

import java.util.List;
import java.util.UUID;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Post;
import yici.kit.View;

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

    /** True for an area this administrator governs, or one below it; false for one that does not exist. */
    public boolean administersIn(Areas areas, String area) {
        return areas.find(area).isPresent()
                && areas.path(area).stream().map(Area::code).anyMatch(administers()::contains);
    }

    /** Where this person's own pages begin. */
    public String home() {
        if (isOfficer()) return "/desk";
        if (isAdministrator()) return "/admin";
        return kind == Kind.STAFF ? "/account" : "/my";
    }

    /** As the header of a page shows this person. */
    public View.Visitor asVisitor() {
        if (isOfficer()) return new View.Visitor(name, View.Visitor.Kind.OFFICER, home());
        return switch (kind) {
            case PERSON -> new View.Visitor(name, View.Visitor.Kind.PERSON, home());
            case FIRM -> new View.Visitor(name, View.Visitor.Kind.FIRM, home());
            case STAFF -> new View.Visitor(name, View.Visitor.Kind.ADMINISTRATOR, home());
        };
    }
}

package yici.catalogue;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One thing in which a variant differs from what it inherits from. Members of lists are named by their key, so that a change finds its place
 * whatever the order of the list.
 *
 * @param path from the whole down: {@code [items, social-card, promised]}
 * @param was what stood there when the change was made; empty for something new
 * @param now what stands there instead; empty for something left out
 * @param reason why this area needs it; empty where nobody has given one
 */
public record Change(List<String> path, Optional<JsonNode> was, Optional<JsonNode> now, String reason) {

    public Change {
        // read back, nothing comes as a null that is there
        was = was.filter(node -> !node.isNull());
        now = now.filter(node -> !node.isNull());
    }

    /** The field, as findings and pages name it. */
    public String field() {
        return String.join("/", path);
    }

    public Change because(String why) {
        return new Change(path, was, now, why);
    }
}

package yici.jurisdiction;

import java.util.Optional;
import java.util.UUID;

/**
 * What a member of staff may do, and where.
 *
 * @param area where the post counts; an administrator's includes all areas below
 * @param body the body an officer decides for; empty for an administrator
 */
public record Post(UUID account, Role role, String area, Optional<String> body) {

    public Post {
        if ((role == Role.OFFICER) != body.isPresent())
            throw new IllegalArgumentException(
                    "an officer has a body, an administrator has none: " + role + " " + body);
    }

    public enum Role {
        OFFICER,
        ADMINISTRATOR
    }
}

package yici.identity;

import java.util.UUID;

/**
 * What an act is done to, by the traits that decide who may do it; empty for a trait it has not.
 *
 * @param owner the account it belongs to, or whose post it is
 * @param body who decides it
 * @param role of a post
 */
public record Thing(String owner, String body, String area, String role) {

    /** Each trait is a column wherever such things are listed. */
    public enum Trait {
        OWNER,
        BODY,
        AREA,
        ROLE
    }

    public static final Thing ANY = new Thing("", "", "", "");

    public static Thing of(UUID owner) {
        return new Thing(owner.toString(), "", "", "");
    }

    public static Thing in(String area) {
        return new Thing("", "", area, "");
    }

    public static Thing decidedBy(String body, String area) {
        return new Thing("", body, area, "");
    }

    String trait(Trait trait) {
        return switch (trait) {
            case OWNER -> owner;
            case BODY -> body;
            case AREA -> area;
            case ROLE -> role;
        };
    }
}

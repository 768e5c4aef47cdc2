package yici.delegation;

import java.util.Locale;

/** By what a body exercises a power: the six ways of the national implementation list. */
enum Mode {
    /** 法定本级行使: the law itself gives it to this level. */
    STATUTORY(Direction.NONE, true),
    /** 上级下放: it becomes the receiver's own. */
    DEVOLVED(Direction.DOWN, true),
    /** 上级授权 */
    AUTHORISED_DOWN(Direction.DOWN, false),
    /** 同级授权 */
    AUTHORISED_ACROSS(Direction.ACROSS, false),
    /** 上级委托: exercised in the giver's name (Administrative Permission Law art. 24), and handed on to nobody. */
    ENTRUSTED_DOWN(Direction.DOWN, false),
    /** 同级委托 */
    ENTRUSTED_ACROSS(Direction.ACROSS, false);

    enum Direction {
        NONE,
        DOWN,
        ACROSS
    }

    private final Direction direction;
    private final boolean mayBeHandedOn;

    Mode(Direction direction, boolean mayBeHandedOn) {
        this.direction = direction;
        this.mayBeHandedOn = mayBeHandedOn;
    }

    Direction direction() {
        return direction;
    }

    /** Whether who has it in this way may give it to a third. */
    boolean mayBeHandedOn() {
        return mayBeHandedOn;
    }

    /** In the giver's name, who answers for it. */
    boolean isEntrusted() {
        return this == ENTRUSTED_DOWN || this == ENTRUSTED_ACROSS;
    }

    boolean allows(SealOf seal) {
        return switch (this) {
            case STATUTORY -> seal == SealOf.RECEIVER;
            case DEVOLVED, AUTHORISED_DOWN, AUTHORISED_ACROSS -> true;
            case ENTRUSTED_DOWN, ENTRUSTED_ACROSS -> seal != SealOf.RECEIVER;
        };
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package yici.exchange;

/** A parameter that cannot be read: which, what was typed, and what could stand there. */
final class WrongParameter extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String typed;
    private final Way way;
    private final String allowed;

    /** Key of the words that say the way out. */
    enum Way {
        UNKNOWN,
        DAY,
        MOMENT,
        CHOICE,
        NUMBER,
        AREA,
        BODY,
        TOO_LONG
    }

    WrongParameter(String parameter, String typed, Way way, String allowed) {
        super(parameter + ": " + way);
        this.parameter = parameter;
        this.typed = typed.length() <= 80 ? typed : typed.substring(0, 79) + "…";
        this.way = way;
        this.allowed = allowed;
    }

    String parameter() {
        return parameter;
    }

    String typed() {
        return typed;
    }

    Way way() {
        return way;
    }

    /** What could stand there; empty where the way says it. */
    String allowed() {
        return allowed;
    }
}

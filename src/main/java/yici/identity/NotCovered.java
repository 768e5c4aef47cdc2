package yici.identity;

/** Somebody acting for another asks for what the mandate does not give. Room {@code site} says so, with the ways out. */
public final class NotCovered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String party;
    private final String lifeEvent;
    private final String area;

    NotCovered(String party, String lifeEvent, String area) {
        super("the mandate does not cover " + lifeEvent + " in " + area);
        this.party = party;
        this.lifeEvent = lifeEvent;
        this.area = area;
    }

    /** Whom the person acts for. */
    public String party() {
        return party;
    }

    public String lifeEvent() {
        return lifeEvent;
    }

    public String area() {
        return area;
    }
}

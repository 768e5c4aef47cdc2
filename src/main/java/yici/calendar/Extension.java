package yici.calendar;

/** @param times how often it may be granted */
public record Extension(Limit limit, Approver approver, int times, Article article) {

    public Extension {
        if (times < 1 || times > 3) throw new IllegalArgumentException("not a number of extensions: " + times);
    }
}

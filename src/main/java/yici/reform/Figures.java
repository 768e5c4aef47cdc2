package yici.reform;

/**
 * What a matter takes of a person.
 *
 * @param evidence documents to bring
 * @param days working days until the last result
 * @param trips ways to a counter
 * @param steps applications to hand in
 * @param fields of forms to fill in by oneself
 */
record Figures(int evidence, int days, int trips, int steps, int fields) {

    static final Figures NOTHING = new Figures(0, 0, 0, 0, 0);

    Figures and(Figures other) {
        return new Figures(
                evidence + other.evidence,
                days + other.days,
                trips + other.trips,
                steps + other.steps,
                fields + other.fields);
    }
}

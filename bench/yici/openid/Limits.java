package yici.openid;

import java.util.List;

/** What was set out to be reached beside another provider. */
final class Limits {

    private static final String HOP = "hop with a session";

    record Figures(
            String operation,
            String provider,
            double perSecond,
            double appMilliseconds,
            double databaseMilliseconds,
            double rows,
            long megabytes) {

        double milliseconds() {
            return appMilliseconds + databaseMilliseconds;
        }
    }

    private Limits() {}

    /** @param measured for each operation ours first, then the others */
    static void print(List<List<Figures>> measured) {
        System.out.println();
        for (var figures : measured) {
            var ours = figures.getFirst();
            for (var other : figures.subList(1, figures.size())) {
                double least = ours.operation().equals(HOP) ? 1.5 : 1.2;
                line(
                        "%s: %s times %s, at least %.1f"
                                .formatted(ours.operation(), ours.provider(), other.provider(), least),
                        ours.perSecond() / other.perSecond(),
                        ours.perSecond() / other.perSecond() >= least);
                if (ours.operation().equals(HOP))
                    line(
                            "processor time of a hop beside %s, at most 0.6".formatted(other.provider()),
                            ours.milliseconds() / other.milliseconds(),
                            ours.milliseconds() / other.milliseconds() <= 0.6);
            }
        }
        var last = measured.getLast();
        for (var other : last.subList(1, last.size())) {
            double memory = last.getFirst().megabytes() / (double) other.megabytes();
            line("memory beside %s, at most 0.7".formatted(other.provider()), memory, memory <= 0.7);
        }
        double rows = measured.getFirst().getFirst().rows();
        line("rows written by a visitor, none", rows, rows == 0);
    }

    private static void line(String what, double figure, boolean reached) {
        System.out.printf("%-78s %6.2f  %s%n", what, figure, reached ? "reached" : "MISSED");
    }
}

package yici.kit;

import java.util.ArrayList;
import java.util.List;

/** Things one above the other, each as near as it can be to where it would like to stand, none touching the next. */
final class Stack {

    private Stack() {}

    /**
     * Positions of the middles, in the order given. Least squares under the order: pooled adjacent violators.
     *
     * @param wanted where each middle would like to be
     * @param heights of each; {@code gap} is left between two
     */
    static double[] settle(double[] wanted, double[] heights, double gap) {
        int n = wanted.length;
        var offset = new double[n];
        for (int i = 1; i < n; i++) offset[i] = offset[i - 1] + (heights[i - 1] + heights[i]) / 2 + gap;

        List<double[]> blocks = new ArrayList<>(); // {sum, count}
        for (int i = 0; i < n; i++) {
            blocks.add(new double[] {wanted[i] - offset[i], 1});
            while (blocks.size() > 1 && mean(blocks.get(blocks.size() - 2)) > mean(blocks.getLast())) {
                var last = blocks.removeLast();
                blocks.getLast()[0] += last[0];
                blocks.getLast()[1] += last[1];
            }
        }

        var settled = new double[n];
        int i = 0;
        for (var block : blocks) for (int k = 0; k < block[1]; k++, i++) settled[i] = mean(block) + offset[i];
        return settled;
    }

    private static double mean(double[] block) {
        return block[0] / block[1];
    }
}

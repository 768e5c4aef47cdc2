package yici.publication;

import java.util.ArrayList;
import java.util.List;

/** What is different between two texts, paragraph by paragraph: the longest common part stays, the rest was taken out or put in. */
final class Difference {

    enum Kind {
        KEPT,
        TAKEN_OUT,
        PUT_IN
    }

    record Part(Kind kind, String text) {}

    /** Longer texts are compared as one piece each: the table below has a cell for every pair. */
    private static final int MOST = 1500;

    private Difference() {}

    static List<Part> between(String before, String after) {
        var old = paragraphs(before);
        var now = paragraphs(after);
        if (old.size() > MOST || now.size() > MOST)
            return List.of(new Part(Kind.TAKEN_OUT, before), new Part(Kind.PUT_IN, after));

        var common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--)
            for (int j = now.size() - 1; j >= 0; j--)
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
        return walk(old, now, common);
    }

    private static List<Part> walk(List<String> old, List<String> now, int[][] common) {
        var parts = new ArrayList<Part>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                parts.add(new Part(Kind.KEPT, old.get(i++)));
                j++;
            } else if (i < old.size() && (j == now.size() || common[i + 1][j] >= common[i][j + 1])) {
                parts.add(new Part(Kind.TAKEN_OUT, old.get(i++)));
            } else {
                parts.add(new Part(Kind.PUT_IN, now.get(j++)));
            }
        }
        return parts;
    }

    private static List<String> paragraphs(String text) {
        return text.strip().isEmpty() ? List.of() : List.of(text.strip().split("\\n\\s*\\n|\\n(?=[-|#*0-9])"));
    }
}

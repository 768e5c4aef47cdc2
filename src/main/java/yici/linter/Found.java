package yici.linter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Collects what one rule finds. */
final class Found {

    private final Rule rule;
    private final LinkedHashSet<Finding> findings = new LinkedHashSet<>();

    Found(Rule rule) {
        this.rule = rule;
    }

    void at(String where, String value) {
        findings.add(new Finding(rule, where, value));
    }

    void when(boolean wrong, String where, String value) {
        if (wrong) at(where, value);
    }

    List<Finding> all() {
        return new ArrayList<>(findings);
    }
}

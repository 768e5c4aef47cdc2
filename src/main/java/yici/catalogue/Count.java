package yici.catalogue;

import yici.kit.View;

/** Words that change with a number: one has a key of its own. */
final class Count {

    private Count() {}

    static String of(View view, String key, int count, Object... more) {
        Object[] all = new Object[more.length + 1];
        all[0] = count;
        System.arraycopy(more, 0, all, 1, more.length);
        return view.t(count == 1 ? key + ".one" : key, all);
    }

    static String limit(View view, Guide.Limit limit) {
        return limit.value() == 0
                ? view.t("catalogue.limit.atOnce")
                : of(view, "catalogue.limit." + limit.unit(), limit.value());
    }
}

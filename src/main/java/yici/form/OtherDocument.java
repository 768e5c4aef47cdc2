package yici.form;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import yici.kit.View;

/** What people without a citizen's ID card carry instead. Canonical: {@code PASSPORT:E12345678}. */
enum OtherDocument {
    PASSPORT("[A-Z0-9]{5,12}"),
    /** 15 characters until 2023, since then 18 beginning with 9. */
    PERMANENT_RESIDENCE("[A-Z]{3}[0-9]{12}|9[0-9]{16}[0-9X]"),
    /** H or M and the person's eight digits; older cards add two for the issue. */
    HK_MACAO_PERMIT("[HM][0-9]{8}([0-9]{2})?"),
    TAIWAN_PERMIT("[0-9]{8}|[0-9]{10}[A-Z]?");

    private final Pattern shape;

    OtherDocument(String shape) {
        this.shape = Pattern.compile(shape);
    }

    static Optional<OtherDocument> of(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    Verdict check(String typed) {
        String number = Typed.compact(typed).replaceAll("[-()]", "").toUpperCase(Locale.ROOT);
        return shape.matcher(number).matches()
                ? new Verdict.Accepted(name() + ":" + number)
                : Verdict.refused("document." + name());
    }

    /** Such as 护照. */
    String words(View view) {
        return view.t("form.document." + name());
    }
}

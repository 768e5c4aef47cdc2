package yici.form;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import yici.kit.Masked;
import yici.kit.Page;
import yici.kit.View;

/** A mobile number, a landline with its area code and perhaps an extension, or a number abroad beginning with +. */
record PhoneField(DataElement element) implements Field {

    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern LANDLINE = Pattern.compile("(010|02[0-9]|0[3-9][0-9]{2})([2-9][0-9]{6,7})");
    private static final Pattern ABROAD = Pattern.compile("\\+(?!86)[1-9][0-9]{6,14}");
    private static final Pattern EXTENSION = Pattern.compile("(.*[0-9])(?:转|分机|#|(?i:ext\\.?|x))([0-9]{1,6})");

    @Override
    public Verdict check(String raw, LocalDate today) {
        String typed = Typed.compact(raw);
        var extension = EXTENSION.matcher(typed);
        if (extension.matches()) return landline(extension.group(1), extension.group(2));

        String number = digits(typed);
        if (MOBILE.matcher(number).matches() || ABROAD.matcher(number).matches()) return new Verdict.Accepted(number);
        var dashed = Pattern.compile("(.+[0-9])-([0-9]{1,6})").matcher(typed);
        return !isLandline(number) && dashed.matches() && isLandline(digits(dashed.group(1)))
                ? landline(dashed.group(1), dashed.group(2))
                : landline(typed, "");
    }

    private static Verdict landline(String typed, String extension) {
        String number = digits(typed);
        var landline = LANDLINE.matcher(number);
        if (landline.matches()) {
            String whole = landline.group(1) + "-" + landline.group(2);
            return new Verdict.Accepted(extension.isEmpty() ? whole : whole + "-" + extension);
        }
        if (number.matches("[2-9][0-9]{6,7}")) return Verdict.refused("phone.area");
        if (number.matches("1[0-9]*")) return Verdict.refused("phone.mobile", number.length());
        return Verdict.refused("phone");
    }

    private static boolean isLandline(String number) {
        return LANDLINE.matcher(number).matches();
    }

    /** Without the signs people put between the digits and without this country's prefix. */
    private static String digits(String typed) {
        String number = typed.replaceAll("[-()./]", "").replaceFirst("^00(?=[1-9])", "+");
        return number.replaceFirst("^(\\+86|86(?=1[3-9][0-9]{9}$))0?(?=1[3-9])|^\\+86(?=0)", "")
                .replaceFirst("^\\+86(?=[1-9])", "0");
    }

    @Override
    public String masked(String value, View view) {
        if (MOBILE.matcher(value).matches()) return Masked.phone(value);
        int dash = value.indexOf('-');
        return dash > 0
                ? value.substring(0, dash + 1) + Masked.keep(value.substring(dash + 1), 0, 2)
                : Masked.keep(value, 3, 2);
    }

    @Override
    public Optional<String> hint() {
        return Optional.of("form.hint.phone");
    }

    String autocomplete() {
        return element.key().startsWith("contact") || element.key().equals("phone") ? "tel" : "off";
    }

    @Override
    public Content draw(Drawing drawing) {
        return Drawing.content(out -> JtephoneGenerated.render(out, Page.PLAIN, this, drawing));
    }
}

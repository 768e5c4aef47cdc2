package yici.linter;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import yici.catalogue.Service;

/** Texts that were written before the rule they rest on. */
final class Ages {

    /** 〔2016〕 of a document's number, (2021年修正) of a law's name. */
    private static final Pattern OF_BASIS = Pattern.compile("[〔\\[【（(]((?:19|20)\\d{2})(?:年[^〕\\]】）)]*)?[〕\\]】）)]");

    private static final Pattern YEAR = Pattern.compile("^\\D*((?:19|20)\\d{2})");

    private Ages() {}

    /** R23. A day of effect and the days of answers are years in the source, whatever else they are; the year is what is compared. */
    static void olderThanBasis(Service service, Found found) {
        var more = service.implementation();
        var basis = Stream.concat(service.basis().stream(), more.furtherBasis().stream())
                .flatMapToInt(one -> OF_BASIS.matcher(one.document() + " " + one.number())
                        .results()
                        .mapToInt(match -> Integer.parseInt(match.group(1))))
                .max();
        if (basis.isEmpty()) return;
        for (var code : more.codes())
            if (code.key().equals("effectiveDate"))
                found.when(
                        isBefore(code.code(), basis.getAsInt()),
                        "implementation/codes/effectiveDate",
                        code.code() + " < " + basis.getAsInt());
        for (var answer : more.faq())
            found.when(
                    isBefore(answer.updated(), basis.getAsInt()),
                    "implementation/faq/" + answer.question() + "/updated",
                    answer.updated() + " < " + basis.getAsInt());
    }

    private static boolean isBefore(String said, int basis) {
        var year = year(said);
        return year.isPresent() && year.getAsInt() < basis;
    }

    private static OptionalInt year(String said) {
        var year = YEAR.matcher(said);
        return year.find() ? OptionalInt.of(Integer.parseInt(year.group(1))) : OptionalInt.empty();
    }
}

package yici.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import yici.kit.View;

/**
 * The number printed and told to people: {@code 430523-261123-000123-7}. Area, day, a running number, and a check digit (ISO 7064, MOD
 * 11,10) that finds every single wrong digit and almost every pair of swapped ones.
 */
final class ApplicationNumber {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private ApplicationNumber() {}

    /** @param serial has six digits for the first million applications and more after that */
    static String of(String area, Instant at, long serial) {
        var day = DAY.format(LocalDate.ofInstant(at, View.ZONE));
        var number = "%s-%s-%06d".formatted(area.substring(0, 6), day, serial);
        return number + "-" + check(number);
    }

    static boolean isValid(String number) {
        return number.matches("\\d{6}-\\d{6}-\\d{6,12}-\\d")
                && check(number.substring(0, number.length() - 2)) == number.charAt(number.length() - 1) - '0';
    }

    private static int check(String number) {
        int product = 10;
        for (char digit : number.toCharArray()) {
            if (digit == '-') continue;
            int sum = (digit - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10;
    }
}

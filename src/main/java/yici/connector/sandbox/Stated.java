package yici.connector.sandbox;

import java.time.LocalDate;
import java.time.Period;
import java.util.regex.Pattern;
import yici.kit.IdNumber;

/** A value of the register's file: as it stands, or counted from the day it is asked, so that a newborn of the demonstration stays one. */
record Stated(String text) {

    private static final Pattern DAY = Pattern.compile("today(?:([+-])(\\d{1,5})([dmy]))?");
    private static final Pattern AGE = Pattern.compile("age:(\\d{17}[0-9X])");

    String on(LocalDate today) {
        var day = DAY.matcher(text);
        if (day.matches())
            return day.group(1) == null ? today.toString() : moved(today, day.group(1), day.group(2), day.group(3));
        var age = AGE.matcher(text);
        if (age.matches())
            return ""
                    + Period.between(new IdNumber(age.group(1)).birthday(), today)
                            .getYears();
        return text;
    }

    private static String moved(LocalDate today, String sign, String count, String unit) {
        int by = Integer.parseInt(count) * (sign.equals("-") ? -1 : 1);
        return switch (unit) {
            case "d" -> today.plusDays(by).toString();
            case "m" -> today.plusMonths(by).toString();
            default -> today.plusYears(by).toString();
        };
    }
}

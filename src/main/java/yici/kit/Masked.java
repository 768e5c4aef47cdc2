package yici.kit;

/** Personal numbers as others may see them: enough to recognise, too little to use. */
public final class Masked {

    private Masked() {}

    /** The first four and the last four of an ID number or credit code; stars alone when that would show all. */
    public static String number(String number) {
        return keep(number, 4, 4);
    }

    /** {@code 139****0001} */
    public static String phone(String phone) {
        return keep(phone, 3, 4);
    }

    /** So many characters at the start and at the end, stars between; stars alone when that would show all. */
    public static String keep(String text, int head, int tail) {
        if (text.length() <= head + tail) return "*".repeat(text.length());
        return text.substring(0, head) + "*".repeat(text.length() - head - tail) + text.substring(text.length() - tail);
    }
}

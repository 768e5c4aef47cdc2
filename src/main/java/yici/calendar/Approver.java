package yici.calendar;

import java.util.Locale;

/** Who may grant an extension. */
public enum Approver {
    HEAD_OF_AUTHORITY,
    HEAD_OF_GOVERNMENT,
    HEAD_OF_INFORMATION_OFFICE;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package yici.notification;

import java.util.Locale;
import yici.kit.Masked;

/** A way to reach somebody who is not looking at a page just now. */
public enum Channel {
    SMS,
    MAIL;

    /** As a page or a log may show it: {@code 139****0001}, {@code li***@example.cn}. */
    public String masked(String to) {
        int at = to.lastIndexOf('@');
        return at < 0 ? Masked.phone(to) : Masked.keep(to.substring(0, at), Math.min(2, at - 1), 0) + to.substring(at);
    }

    /** The same recipient however it was typed. */
    String key(String to) {
        return name() + " " + to.toLowerCase(Locale.ROOT);
    }
}

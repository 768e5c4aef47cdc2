package yici.application;

import java.time.Instant;

/** Numbers of applications for those who load many at once. */
public final class Numbers {

    private Numbers() {}

    public static String of(String area, Instant at, long serial) {
        return ApplicationNumber.of(area, at, serial);
    }
}

package yici.identity;

import java.util.Arrays;

/** The browser and system a session was opened with, as a person recognises them; the rest of the header is not kept. */
final class Device {

    private static final String[][] BROWSERS = {
        {"MicroMessenger", "WeChat"},
        {"Edg", "Edge"},
        {"HuaweiBrowser", "Huawei Browser"},
        {"Firefox", "Firefox"},
        {"Chrome", "Chrome"},
        {"Safari", "Safari"}
    };
    private static final String[][] SYSTEMS = {
        {"HarmonyOS", "HarmonyOS"},
        {"Android", "Android"},
        {"iPhone", "iPhone"},
        {"iPad", "iPad"},
        {"Windows", "Windows"},
        {"Mac OS", "Mac"},
        {"Linux", "Linux"}
    };

    private Device() {}

    /** Such as {@code WeChat, Android}; empty for what is no browser we know. */
    static String of(String userAgent) {
        var browser = first(BROWSERS, userAgent);
        var system = first(SYSTEMS, userAgent);
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
    }

    private static String first(String[][] known, String userAgent) {
        return Arrays.stream(known)
                .filter(pair -> userAgent.contains(pair[0]))
                .map(pair -> pair[1])
                .findFirst()
                .orElse("");
    }
}

package yici.kit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The five languages of the interface. {@link #ZH} is the language of the law and of every fallback. */
public enum Language {
    ZH("zh-CN", "中文"),
    EN("en", "English"),
    FR("fr", "Français"),
    KO("ko", "한국어"),
    JA("ja", "日本語");

    private static final Map<String, Language> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Language::code, language -> language));

    private final String code;
    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.code = name().toLowerCase(Locale.ROOT);
        this.tag = tag;
        this.ownName = ownName;
    }

    /** Two letters: zh, en, fr, ko, ja. Used in addresses, cookies and file names. */
    public String code() {
        return code;
    }

    /** BCP 47, for the {@code lang} attribute. */
    public String tag() {
        return tag;
    }

    /** The language's name in itself, as the switch shows it. */
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** Empty when the code is none of the five. Takes {@code en}, {@code en-GB}, {@code zh-CN}. */
    public static Optional<Language> of(String code) {
        int end = 0; // asked with every request: no pattern, no stream
        while (end < code.length() && code.charAt(end) != '-' && code.charAt(end) != '_') end++;
        return Optional.ofNullable(BY_CODE.get(code.substring(0, end).toLowerCase(Locale.ROOT)));
    }
}

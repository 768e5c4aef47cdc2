package yici.kit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The five languages of the interface. {@link #ZH} is the language of the law and of every fallback. */
public enum Language {
    ZH("zh-CN", "中文"),
    EN("en", "English"),
    FR("fr", "Français"),
    KO("ko", "한국어"),
    JA("ja", "日本語");

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** Two letters: zh, en, fr, ko, ja. Used in addresses, cookies and file names. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
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
        String primary = code.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return Arrays.stream(values()).filter(l -> l.code().equals(primary)).findFirst();
    }
}

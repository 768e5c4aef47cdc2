package yici.drift;

import java.util.Set;

/**
 * One field in which a guide differs from the standard.
 *
 * @param path the field, by keys: {@code items/social-card/promised/value}
 * @param from what the standard has; empty where it has nothing
 * @param to what this guide has; empty where it has nothing
 */
record FieldDifference(String path, String from, String to, Sort sort) {

    enum Sort {
        /** Names, telephones, addresses, what is explained: the person's rights are the same. */
        EDITORIAL,
        /** What is asked, decided, promised or paid. */
        RULE;

        static Sort of(String path) {
            String[] names = path.split("/");
            if (OF_CONTACT.contains(names[0])) return EDITORIAL;
            return OF_WORDING.contains(names[names.length - 1]) ? EDITORIAL : RULE;
        }

        private static final Set<String> OF_CONTACT =
                Set.of("servicePoints", "faq", "attachments", "officialTexts", "reform", "name", "series", "code");
        private static final Set<String> OF_WORDING =
                Set.of("code", "name", "label", "title", "note", "reason", "fillingNote", "blankForms", "paper");
    }

    static FieldDifference of(String path, String from, String to) {
        return new FieldDifference(path, from, to, Sort.of(path));
    }

    boolean isRule() {
        return sort == Sort.RULE;
    }
}

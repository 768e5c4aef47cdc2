package yici.catalogue;

import java.util.Optional;
import yici.kit.Language;

/** What another room finds for the same words; the search page leads there. */
public interface AlsoFound {

    /**
     * @param words their key, with {0} for how many
     * @param href of the page that takes the words as {@code q}
     */
    record Also(String words, int count, String href) {}

    /** @param asked at most a hundred characters; not empty */
    Optional<Also> of(String asked, Language language);
}

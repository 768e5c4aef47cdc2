package yici.publication;

import java.util.Map;

/** A page on which something is typed. */
interface Form {

    /** By the field, the key of words that say what is wrong. */
    Map<String, String> flaws();
}

package yici.publication;

import java.util.List;
import yici.kit.Translated;

/**
 * A column on a home page, with what is newest in it.
 *
 * @param works how many there are in it
 */
public record ColumnTeaser(String key, Translated name, Translated description, int works, List<Teaser> newest) {}

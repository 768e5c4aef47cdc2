package yici.form;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * The one form: data elements in order, each once, cut into pages of one question or a small group. Answers are a map from element key to
 * canonical text: dates as 2026-11-23, booleans as true or false, several choices joined by commas, people as JSON.
 */
public final class Form {

    /** @param elements in the order they are asked; keys are unique */
    public static Form of(List<DataElement> elements) {
        throw new UnsupportedOperationException(elements.toString());
    }

    /** Pages in order; an element stands on exactly one. Elements about the same person or thing that follow each other share one (at most four). */
    public List<FormPage> pages() {
        throw new UnsupportedOperationException();
    }

    /** What the browser posted for these elements, as raw text by element key; nothing is judged, nothing typed is lost. */
    public static Map<String, String> read(List<DataElement> elements, Map<String, String[]> posted) {
        throw new UnsupportedOperationException(elements.toString() + posted);
    }

    /** Checks some elements (a page, or all). An element without value is an error only when it is required. */
    public static Checked check(List<DataElement> elements, Map<String, String> raw, Clock clock) {
        throw new UnsupportedOperationException(elements.toString() + raw + clock);
    }
}

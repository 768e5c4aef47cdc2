package yici.drafting;

import java.util.List;
import yici.linter.Finding;

/** One part of a draft, field by field. @param heading the thing whose fields follow; empty for the whole */
record PartView(DraftView page, Fields.Part part, List<Thing> things) {

    record Thing(String heading, String anchor, List<Row> rows) {}

    /** @param inherited in words; empty for nothing */
    record Row(
            Field field,
            String label,
            String inherited,
            String own,
            boolean changed,
            String reason,
            List<Finding> findings) {}
}

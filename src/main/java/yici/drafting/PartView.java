package yici.drafting;

import java.util.List;
import java.util.Optional;
import yici.linter.Finding;

/** One part of a draft, field by field. @param heading the thing whose fields follow; empty for the whole */
record PartView(DraftView page, Fields.Part part, List<Thing> things, Optional<GraphPart> graph) {

    /** @param handles of what can be moved and taken away: the thing itself first, then the choices of a question */
    record Thing(String heading, String anchor, List<Row> rows, List<Handle> handles) {}

    record Handle(String name, List<String> path) {
        String at() {
            return String.join("/", path);
        }

        boolean isMovable() {
            return MoveThing.isMovable(path);
        }
    }

    /** What can be added in this part. */
    List<AddThing.Kind> adds() {
        return switch (part) {
            case EVIDENCE -> List.of(AddThing.Kind.EVIDENCE);
            case CONDITIONS -> List.of(AddThing.Kind.CONDITION);
            case QUESTIONS -> List.of(AddThing.Kind.QUESTION);
            case GRAPH -> List.of(AddThing.Kind.ITEM, AddThing.Kind.GROUP);
            case ITEMS -> List.of(AddThing.Kind.ITEM);
            case ANSWERS -> List.of(AddThing.Kind.ANSWER);
            case WHOLE, FORM, PLACES -> List.of();
        };
    }

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

package yici.drafting;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import yici.catalogue.Changes;
import yici.catalogue.Guide;
import yici.kit.NotFound;

/** A question, a choice, a field of the form or another thing that is read in order goes one place up or down. */
record MoveThing(List<String> path, boolean up) implements ReshapeGuide.Edit {

    private static final Set<String> READ_IN_ORDER =
            Set.of("questions", "choices", "elements", "evidence", "conditions");

    static boolean isMovable(List<String> path) {
        return RemoveThing.isThing(path) && READ_IN_ORDER.contains(path.get(path.size() - 2));
    }

    @Override
    public String at() {
        return String.join("/", path);
    }

    @Override
    public ReshapeGuide.Edited on(Guide guide, ObjectNode text) {
        var holder = path.subList(0, path.size() - 1);
        var list = (ArrayNode) Changes.at(text, holder).orElseThrow(() -> new NotFound(at()));
        int from = Things.names(list).indexOf(path.getLast());
        if (!isMovable(path) || from < 0) throw new NotFound(at());
        int to = Math.clamp(up ? from - 1 : from + 1, 0, list.size() - 1);
        list.insert(to, list.remove(from));
        var order = new java.util.ArrayList<>(holder);
        order.add(Changes.ORDER);
        return new ReshapeGuide.Edited.Done(List.of(List.copyOf(order)));
    }
}

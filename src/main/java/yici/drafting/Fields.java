package yici.drafting;

import static yici.drafting.Field.Kind.CHOICE;
import static yici.drafting.Field.Kind.COUNT;
import static yici.drafting.Field.Kind.EFFECTS;
import static yici.drafting.Field.Kind.LIMIT;
import static yici.drafting.Field.Kind.LINE;
import static yici.drafting.Field.Kind.OPTIONS;
import static yici.drafting.Field.Kind.RULE;
import static yici.drafting.Field.Kind.SET;
import static yici.drafting.Field.Kind.STEPS;
import static yici.drafting.Field.Kind.STOPS;
import static yici.drafting.Field.Kind.TEXT;
import static yici.drafting.Field.Kind.YES_NO;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import yici.catalogue.Guide;
import yici.form.DataElement;

/** Which fields of a guide can be changed on a page, part by part. */
final class Fields {

    enum Part {
        WHOLE,
        ITEMS,
        EVIDENCE,
        CONDITIONS,
        QUESTIONS,
        FORM,
        GRAPH,
        PLACES,
        ANSWERS;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Optional<Part> of(String key) {
            return Arrays.stream(values()).filter(p -> p.key().equals(key)).findFirst();
        }
    }

    /** Fields of one thing. @param path of the thing itself; empty for the whole */
    record Group(List<String> path, List<Field> fields) {}

    private Fields() {}

    static List<Group> of(Guide guide, Part part) {
        return switch (part) {
            case WHOLE -> List.of(whole());
            case ITEMS -> each("items", guide.items(), Guide.Item::key, Fields::item);
            case EVIDENCE ->
                each("evidence", guide.evidence(), Guide.Evidence::key, path -> evidence(path, items(guide)));
            case CONDITIONS ->
                each(
                        "conditions",
                        guide.conditions(),
                        Guide.Condition::key,
                        path -> List.of(
                                text(path, "text"),
                                field(path, "rule", RULE, true),
                                set(path, "appliesTo", items(guide), true)));
            case QUESTIONS -> guide.questions().stream().map(Fields::question).toList();
            case FORM ->
                guide.elements().stream()
                        .map(element -> element(element, items(guide)))
                        .toList();
            case GRAPH ->
                each(
                        "groups",
                        guide.groups(),
                        Guide.Group::key,
                        path -> List.of(
                                text(path, "label"),
                                choice(path, "rule", Guide.GroupRule.values()),
                                field(path, "min", COUNT, false)));
            case PLACES ->
                isNamed(guide.servicePoints(), Guide.ServicePoint::area)
                        ? each("servicePoints", guide.servicePoints(), Guide.ServicePoint::area, Fields::place)
                        : List.of();
            case ANSWERS ->
                isNamed(guide.faq(), q -> q.question().zh())
                        ? each("faq", guide.faq(), q -> q.question().zh(), path -> List.of(text(path, "answer")))
                        : List.of();
        };
    }

    private static List<String> items(Guide guide) {
        return guide.items().stream().map(Guide.Item::key).toList();
    }

    static Optional<Field> find(Guide guide, String at) {
        return Stream.of(Part.values())
                .flatMap(part -> of(guide, part).stream())
                .flatMap(group -> group.fields().stream())
                .filter(field -> field.at().equals(at))
                .findFirst();
    }

    static Part part(Field field) {
        return partOf(field.path());
    }

    static Part partOf(List<String> path) {
        return switch (path.getFirst()) {
            case "items" -> Part.ITEMS;
            case "evidence" -> Part.EVIDENCE;
            case "conditions" -> Part.CONDITIONS;
            case "questions" -> Part.QUESTIONS;
            case "elements" -> Part.FORM;
            case "servicePoints" -> Part.PLACES;
            case "groups" -> Part.GRAPH;
            case "faq" -> Part.ANSWERS;
            default -> Part.WHOLE;
        };
    }

    private static Group whole() {
        return new Group(
                List.of(),
                List.of(
                        field(List.of(), "jointLimit", LIMIT, false),
                        field(List.of("fees"), "charged", YES_NO, false),
                        field(List.of("fees"), "note", LINE, true),
                        field(List.of("flow"), "text", TEXT, false),
                        field(List.of("flow"), "steps", STEPS, false)));
    }

    private static List<Field> item(List<String> path) {
        return List.of(
                field(path, "promised", LIMIT, false),
                field(path, "statutory", LIMIT, true),
                field(path, "clockStops", STOPS, true),
                text(path, "name"),
                field(path, "result", TEXT, true),
                choice(path, "presence", Guide.Presence.values()),
                field(path, "offlineOnly", YES_NO, false),
                field(path, "note", LINE, true));
    }

    private static List<Field> evidence(List<String> path, List<String> items) {
        return List.of(
                text(path, "name"),
                choice(path, "necessity", Guide.Necessity.values()),
                field(path, "when", LINE, true),
                choice(path, "waiver", Guide.Waiver.values()),
                field(path, "waiverReason", TEXT, true),
                set(path, "usedBy", items, false),
                field(path, "copies", COUNT, false),
                field(path, "acceptStandard", LINE, true),
                field(path, "fillingNote", LINE, true),
                field(path, "basis", LINE, true));
    }

    private static Group question(Guide.Question question) {
        var path = List.of("questions", question.key());
        return new Group(
                path,
                Stream.concat(
                                Stream.of(text(path, "text"), choice(path, "type", Guide.QuestionType.values())),
                                question.choices().stream().flatMap(choice -> choice(path, choice)))
                        .toList());
    }

    private static Stream<Field> choice(List<String> question, Guide.Choice choice) {
        var path = below(below(question, "choices"), choice.key());
        return Stream.of(text(path, "label"), field(path, "effects", EFFECTS, true));
    }

    private static Group element(DataElement element, List<String> items) {
        var path = List.of("elements", element.key());
        var offers = element.type() == DataElement.Type.ENUM || element.type() == DataElement.Type.MULTI_ENUM;
        return new Group(
                path,
                Stream.concat(
                                Stream.of(
                                        text(path, "label"),
                                        field(path, "required", YES_NO, false),
                                        set(path, "neededBy", items, false)),
                                offers ? Stream.of(field(path, "options", OPTIONS, false)) : Stream.empty())
                        .toList());
    }

    private static List<Field> place(List<String> path) {
        return List.of(
                field(path, "name", LINE, true),
                field(path, "address", LINE, true),
                field(path, "hours", LINE, true),
                field(path, "consultPhone", LINE, true),
                field(path, "complaintPhone", LINE, true));
    }

    private static <T> List<Group> each(
            String list, List<T> things, Function<T, String> key, Function<List<String>, List<Field>> fields) {
        return things.stream()
                .map(thing -> List.of(list, key.apply(thing)))
                .map(path -> new Group(path, fields.apply(path)))
                .toList();
    }

    /** Things that cannot be told apart cannot be changed one by one. */
    private static <T> boolean isNamed(List<T> things, Function<T, String> name) {
        return things.stream().map(name).noneMatch(String::isEmpty)
                && things.stream().map(name).distinct().count() == things.size();
    }

    private static Field text(List<String> path, String name) {
        return field(path, name, TEXT, false);
    }

    private static Field choice(List<String> path, String name, Enum<?>... values) {
        return new Field(
                below(path, name),
                CHOICE,
                false,
                Arrays.stream(values).map(Enum::name).toList());
    }

    private static Field set(List<String> path, String name, List<String> keys, boolean optional) {
        return new Field(below(path, name), SET, optional, keys);
    }

    private static Field field(List<String> path, String name, Field.Kind kind, boolean optional) {
        return new Field(below(path, name), kind, optional, List.of());
    }

    private static List<String> below(List<String> path, String name) {
        return Stream.concat(path.stream(), Stream.of(name)).toList();
    }
}

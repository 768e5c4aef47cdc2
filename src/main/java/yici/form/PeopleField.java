package yici.form;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import yici.kit.Page;
import yici.kit.View;

/** Up to six people with name, ID number and relation, as JSON. A row is added by a button, without script, and taken out by emptying it. */
record PeopleField(DataElement element) implements Field {

    static final String MORE = "add-person";

    private static final int MOST = 6;
    private static final int LONGEST_NAME = 100;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    enum Relation {
        SPOUSE,
        CHILD,
        PARENT,
        SIBLING,
        GRANDPARENT,
        GRANDCHILD,
        OTHER;

        static Optional<Relation> of(String name) {
            return Arrays.stream(values()).filter(r -> r.name().equals(name)).findFirst();
        }
    }

    /** @param document as {@link IdNumberField} keeps it */
    record Person(String name, String document, String relation) {

        static final Person NOBODY = new Person("", "", "");

        boolean isNobody() {
            return name.isBlank() && document.isBlank() && relation.isBlank();
        }

        IdNumberField.Typing typing() {
            return IdNumberField.Typing.of(document);
        }
    }

    @Override
    public String read(Posted posted) {
        var people = IntStream.rangeClosed(1, MOST)
                .mapToObj(row -> person(element.key() + "." + row, posted))
                .filter(person -> !person.isNobody())
                .toList();
        return people.isEmpty() ? "" : json(people);
    }

    private static Person person(String row, Posted posted) {
        return new Person(
                posted.first(row + ".name"),
                IdNumberField.read(row + ".document", posted),
                posted.first(row + ".relation"));
    }

    /** One row more than there are people, as long as there is room. */
    List<Person> rows(String raw) {
        var rows = new ArrayList<>(people(raw));
        if (rows.size() < MOST) rows.add(Person.NOBODY);
        return rows;
    }

    boolean mayGrow(String raw) {
        return people(raw).size() < MOST - 1;
    }

    @Override
    public Verdict check(String raw, LocalDate today) {
        var people = people(raw);
        var checked = new ArrayList<Person>();
        for (int i = 0; i < people.size(); i++) {
            var person = people.get(i);
            if (!(TextField.check(person.name(), LONGEST_NAME) instanceof Verdict.Accepted(var name)) || name.isEmpty())
                return Verdict.refused("person.name", i + 1).at(input(i, "name"));
            if (!(IdNumberField.checked(person.document(), today) instanceof Verdict.Accepted(var document))
                    || document.isEmpty())
                return Verdict.refused("person.document", i + 1, name).at(document(i, person));
            if (Relation.of(person.relation()).isEmpty())
                return Verdict.refused("person.relation", i + 1, name).at(input(i, "relation"));
            if (checked.stream().anyMatch(other -> other.document().equals(document)))
                return Verdict.refused("person.twice", i + 1, name).at(document(i, person));
            checked.add(new Person(name, document, person.relation()));
        }
        return new Verdict.Accepted(checked.isEmpty() ? "" : json(checked));
    }

    private String document(int index, Person person) {
        var typing = person.typing();
        if (!typing.isOther()) return input(index, "document");
        return input(index, typing.kind().isBlank() ? "document-kind" : "document-other");
    }

    /** Rows are shown again without the empty ones between them, numbered anew. */
    private String input(int index, String part) {
        return element.key() + "-" + (index + 1) + "-" + part;
    }

    /** What is no list of people cannot have come from the page; it reads as nobody. */
    private static List<Person> people(String raw) {
        if (raw.isBlank()) return List.of();
        try {
            return JSON.readTree(raw)
                    .valueStream()
                    .limit(MOST)
                    .map(row -> new Person(text(row, "name"), text(row, "document"), text(row, "relation")))
                    .filter(person -> !person.isNobody())
                    .toList();
        } catch (JacksonException e) {
            return List.of();
        }
    }

    private static String text(JsonNode row, String name) {
        return row.path(name).asString("");
    }

    private static String json(List<Person> people) {
        return JSON.writeValueAsString(people);
    }

    @Override
    public String display(String value, View view) {
        return words(value, false, view);
    }

    @Override
    public String masked(String value, View view) {
        return words(value, true, view);
    }

    private static String words(String value, boolean masked, View view) {
        return people(value).stream()
                .map(person -> view.t(
                        "form.person",
                        person.name(),
                        view.t("form.relation." + person.relation()),
                        IdNumberField.words(person.document(), masked, view)))
                .collect(Collectors.joining(view.t("form.list.long")));
    }

    @Override
    public Optional<String> hint() {
        return Optional.of("form.hint.people");
    }

    @Override
    public String firstInput(View view) {
        return element.key() + "-1-name";
    }

    static List<Option> relations(View view) {
        return Arrays.stream(Relation.values())
                .map(relation -> new Option(relation.name(), Said.of("form.relation." + relation.name(), view)))
                .toList();
    }

    @Override
    public Content draw(Drawing drawing) {
        return Drawing.content(out -> JtepeopleGenerated.render(out, Page.PLAIN, this, drawing));
    }
}

package yici.catalogue;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Function;
import yici.kit.Language;
import yici.kit.Translated;

/** One text by which a life event, a service or a body's offer of it is found. */
record SearchLine(Listed.Kind kind, String code, Field field, Translated shown) {

    /** What was found, the better reasons first. */
    enum Field {
        NAME(100),
        /** What people say who do not know the official name. */
        WORDS(80),
        ITEM(60),
        EVIDENCE(40),
        RESULT(35),
        TOPIC(30),
        DEPARTMENT(25),
        CONDITION(15),
        FAQ(15),
        BASIS(10),
        TEXT(10);

        final int weight;

        Field(int weight) {
            this.weight = weight;
        }
    }

    String folded() {
        return Fold.text(String.join(" \n", shown.texts().values()));
    }

    static List<SearchLine> of(Guide guide, Translated topic, String words, Function<String, Translated> department) {
        var lines = new Lines(Listed.Kind.LIFE_EVENT, guide.code());
        lines.add(Field.NAME, guide.name());
        lines.add(Field.WORDS, Translated.zh(words));
        guide.items().forEach(i -> lines.add(Field.ITEM, i.name()));
        guide.evidence().forEach(e -> lines.add(Field.EVIDENCE, e.name()));
        guide.items().forEach(i -> i.result().ifPresent(r -> lines.add(Field.RESULT, r)));
        lines.add(Field.TOPIC, topic);
        guide.departments().forEach(d -> lines.add(Field.DEPARTMENT, department.apply(d)));
        guide.conditions().forEach(c -> lines.add(Field.CONDITION, c.text()));
        guide.faq().forEach(f -> lines.add(Field.FAQ, f.question()));
        guide.faq().forEach(f -> lines.add(Field.FAQ, f.answer()));
        guide.evidence().forEach(e -> lines.add(Field.BASIS, Translated.zh(e.basis())));
        lines.add(Field.TEXT, guide.flow().text());
        return lines.list;
    }

    static List<SearchLine> of(Service service, Function<String, Translated> department) {
        var lines = new Lines(Listed.Kind.SERVICE, service.key());
        lines.add(Field.NAME, service.name());
        service.documents().forEach(d -> lines.add(Field.EVIDENCE, Translated.zh(d.name())));
        service.results().forEach(r -> lines.add(Field.RESULT, Translated.zh(r)));
        service.topics().forEach(t -> lines.add(Field.TOPIC, t.name()));
        lines.add(Field.DEPARTMENT, department.apply(service.department()));
        lines.add(Field.DEPARTMENT, Translated.zh(service.implementingBody()));
        lines.add(Field.CONDITION, Translated.zh(service.condition()));
        lines.add(
                Field.BASIS,
                Translated.zh(service.basis().stream()
                        .map(b -> b.document() + " " + b.number())
                        .collect(joining("；"))));
        lines.add(Field.TEXT, Translated.zh(service.flow()));
        return lines.list;
    }

    /** Only what a body says of its own: the rest is found as the service. */
    static List<SearchLine> ofOffer(Service service, List<Change> differences, String area, Translated body) {
        var lines = new Lines(Listed.Kind.OFFER, service.key() + "/" + area);
        lines.add(Field.NAME, named(body, service.name()));
        lines.add(Field.DEPARTMENT, body);
        service.implementation().contact().ifPresent(contact -> {
            lines.add(Field.TEXT, Translated.zh(contact.address()));
            lines.add(Field.TEXT, Translated.zh(contact.text()));
        });
        differences.forEach(change -> lines.add(Field.BASIS, Translated.zh(change.reason())));
        return lines.list;
    }

    /** Who offers what, in the languages in which both are known. */
    static Translated named(Translated body, Translated service) {
        var texts = new EnumMap<Language, String>(Language.class);
        for (var language : Language.values())
            if (body.texts().containsKey(language) && service.texts().containsKey(language))
                texts.put(language, service.in(language) + " · " + body.in(language));
        return new Translated(texts);
    }

    private record Lines(Listed.Kind kind, String code, List<SearchLine> list) {
        Lines(Listed.Kind kind, String code) {
            this(kind, code, new ArrayList<>());
        }

        void add(Field field, Translated shown) {
            var line = new SearchLine(kind, code, field, shown);
            if (Said.something(shown.zh()) && !list.contains(line)) list.add(line);
        }
    }
}

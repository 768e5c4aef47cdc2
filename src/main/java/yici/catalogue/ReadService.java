package yici.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes a single service of an item file, and refuses the file where a value is none of the known ones. */
final class ReadService {

    static final Set<String> LEVELS = Set.of("NATIONAL", "PROVINCE", "PREFECTURE", "COUNTY", "TOWNSHIP");
    static final Set<String> SCOPES = Set.of("NATION", "PROVINCE", "PREFECTURE", "COUNTY", "NONE");
    static final Set<String> KINDS = Set.of("ORIGINAL", "COPY", "ORIGINAL_AND_COPY");
    static final Set<String> FORMS = Set.of("PAPER", "ELECTRONIC", "PAPER_AND_ELECTRONIC", "PAPER_OR_ELECTRONIC");
    static final Set<String> WAYS = Set.of("ONLINE", "ONSITE", "ONLINE_OR_ONSITE");
    static final Set<String> SOURCES = Set.of("APPLICANT", "GOVERNMENT", "OTHER");

    private final Json file;
    private final ReadGuide.Known known;
    private final List<Topic> topics;
    private final Set<String> themeItems;

    private ReadService(Json file, ReadGuide.Known known, List<Topic> topics, Set<String> themeItems) {
        this.file = file;
        this.known = known;
        this.topics = topics;
        this.themeItems = themeItems;
    }

    /** @param themeItems every item of every life event: 43PCN0009/birth-cert */
    static Service of(Json file, ReadGuide.Known known, List<Topic> topics, Set<String> themeItems) {
        return new ReadService(file, known, topics, themeItems).read();
    }

    private Service read() {
        var audiences = file.at("serviceObjects").members().stream()
                .map(a -> a.choice(Guide.Audience.class))
                .toList();
        if (audiences.isEmpty()) throw file.at("serviceObjects").refused("is for nobody");
        return new Service(
                file.text("key"),
                file.translated("name"),
                file.text("unifyId") + " · " + file.text("ywCode"),
                file.at("itemType").choice("code", Service.Type.class),
                file.text("implementingBody"),
                known.department(file.at("department")),
                file.allOf("levels", LEVELS, "level"),
                audiences,
                file.list("subjectClasses").stream()
                        .flatMap(c -> topics(c, audiences))
                        .distinct()
                        .toList(),
                file.at("crossAreaScope").at("code").oneOf(SCOPES, "scope"),
                file.yes("online"),
                file.number("minVisits"),
                ReadGuide.limit(file.at("promisedLimit")),
                file.at("promisedLimit").textOrNone("note"),
                ReadGuide.limit(file.at("statutoryLimit")),
                file.at("statutoryLimit").textOrNone("note"),
                file.yes("immediate"),
                file.textOrNone("acceptanceCondition"),
                file.list("materials").stream().map(ReadService::document).toList(),
                file.at("flow").textOrNone("text"),
                file.at("fees").yes("charged"),
                file.at("fees").list("items").stream()
                        .map(f -> f.at("name").text("zh"))
                        .toList(),
                special(),
                file.at("intermediary").texts("names"),
                file.list("results").stream().map(r -> r.text("name")).toList(),
                file.list("basis").stream()
                        .map(b -> new Service.Basis(b.text("document"), b.textOrNone("docNo"), b.textOrNone("clause")))
                        .toList(),
                file.textOrNone("applicantRights"),
                file.textOrNone("applicantDuties"),
                file.list("usedInThemes").stream().map(this::partOf).toList(),
                ReadImplementation.of(file));
    }

    /** The source writes a class with its members behind it, and one of firms also where the service is for persons. */
    private Stream<Topic> topics(Json subject, List<Guide.Audience> audiences) {
        String name = subject.text().split("（", 2)[0];
        var named = topics.stream().filter(t -> t.name().zh().equals(name)).toList();
        if (named.isEmpty()) throw subject.refused("there is no subject class " + name);
        return named.stream().filter(t -> audiences.contains(t.audience()));
    }

    private static Service.Document document(Json json) {
        return new Service.Document(
                json.text("key"),
                json.text("name"),
                json.choice("necessity", Guide.Necessity.class),
                json.at("kind").oneOf(KINDS, "kind"),
                json.at("form").oneOf(FORMS, "form"),
                json.number("copies"),
                json.at("source").oneOf(SOURCES, "source"),
                json.textOrNone("sourceNote"),
                json.at("submission").oneOf(WAYS, "way"),
                json.textOrNone("paper"),
                json.textOrNone("acceptStandard"),
                json.textOrNone("basis"),
                json.texts("attachments"));
    }

    private Optional<Service.Special> special() {
        var special = file.at("specialProcedure");
        if (!special.yes("needed")) return Optional.empty();
        return Optional.of(new Service.Special(
                special.texts("types"), special.maybe("limit").map(ReadGuide::limit)));
    }

    private Service.PartOf partOf(Json json) {
        String item = json.text("theme") + "/" + json.text("item");
        if (!themeItems.contains(item)) throw json.at("item").refused("there is no item " + item);
        return new Service.PartOf(json.text("theme"), json.text("item"));
    }
}

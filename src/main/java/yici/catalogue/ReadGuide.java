package yici.catalogue;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import yici.calendar.ClockRule;
import yici.kit.Translated;

/** Makes a guide of a theme file, and refuses the file where a reference leads nowhere or a value is none of the known ones. */
final class ReadGuide {

    private static final Set<String> ACTORS = Set.of("APPLICANT", "WINDOW", "LEAD_UNIT", "SYSTEM", "ALL");

    private final Json file;
    private final Known known;
    private final Set<String> items;
    private final Set<String> groups;
    private final Set<String> evidence;
    private final Set<String> conditions;
    private final Set<String> questions;
    private final Set<String> elements;

    private ReadGuide(Json file, Known known) {
        this.file = file;
        this.known = known;
        items = keys("items");
        groups = keys("groups");
        evidence = keys("materials");
        conditions = keys("conditions");
        questions = keys("scenarioQuestions");
        elements = keys("formFields");
    }

    static Guide of(Json file, Known known) {
        return new ReadGuide(file, known).read();
    }

    private Guide read() {
        if (items.isEmpty()) throw file.at("items").refused("a life event without items");
        eachItemIsInOneGroup();
        var guide = new Guide(
                file.text("code"),
                file.translated("name"),
                file.choice("audience", Guide.Audience.class),
                file.textOrNone("series"),
                known.department(file.at("leadDepartment")),
                file.list("departments").stream().map(known::department).toList(),
                limit(file.at("jointLimit")),
                file.list("conditions").stream().map(this::condition).toList(),
                file.list("items").stream().map(this::item).toList(),
                file.list("groups").stream().map(this::group).toList(),
                file.list("materials").stream().map(this::evidence).toList(),
                file.list("scenarioQuestions").stream().map(this::question).toList(),
                file.list("formFields").stream()
                        .map(field -> ReadElement.of(field, items, elements))
                        .toList(),
                flow(file.at("flow")),
                fees(file.at("fees")),
                reform(),
                officialTexts(),
                file.texts("attachments"),
                file.list("servicePoints").stream().map(this::servicePoint).toList(),
                file.list("faq").stream().map(ReadGuide::faq).toList());
        noItemWaitsForItself(guide);
        ReadLater.check(file, guide);
        ReadObjections.check(file, guide);
        return guide;
    }

    private Set<String> keys(String list) {
        var keys = new LinkedHashSet<String>();
        for (var member : file.list(list))
            if (!keys.add(member.text("key"))) throw member.at("key").refused("a second " + member.text("key"));
        return keys;
    }

    private void eachItemIsInOneGroup() {
        var groupOf = new LinkedHashMap<String, String>();
        for (var group : file.list("groups")) {
            for (var item : group.list("items")) {
                String other = groupOf.putIfAbsent(item.oneOf(items, "item"), group.text("key"));
                if (other != null) throw item.refused(item.text() + " is already in group " + other);
            }
        }
        for (var item : file.list("items")) {
            String group = groupOf.get(item.text("key"));
            if (group == null) throw item.refused("item " + item.text("key") + " is in no group");
            if (!group.equals(item.text("group"))) throw item.at("group").refused("but it is a member of " + group);
        }
    }

    private Guide.Condition condition(Json json) {
        return new Guide.Condition(
                json.text("key"),
                json.maybe("title").map(t -> Translated.zh(t.text())),
                json.translated("text"),
                json.allOf("appliesTo", items, "item"),
                json.maybe("rule").map(rule -> ReadElement.rule(rule, elements)));
    }

    private Guide.Item item(Json json) {
        noPromiseOutlastsTheLaw(json);
        return new Guide.Item(
                json.text("key"),
                json.translated("name"),
                known.department(json.at("department")),
                json.maybe("externalParty").map(known::department),
                json.choice("nodeType", Guide.NodeType.class),
                limit(json.at("promisedLimit")),
                json.maybe("statutoryLimit").map(ReadGuide::limit),
                json.maybeTranslated("result"),
                json.text("group"),
                json.choice("presence", Guide.Presence.class),
                offlineOnly(json.at("channel")),
                json.list("prerequisites").stream().map(this::prerequisite).toList(),
                json.list("clockStops").stream()
                        .map(s -> new Guide.ClockStop(
                                s.text("name"), limit(s), s.textOrNone("reason"), ReadObjections.notice(s, known)))
                        .toList(),
                json.maybe("renews").map(e -> e.oneOf(elements, "element")),
                json.textOrNone("note"),
                ReadObjections.review(json, known),
                json.maybe("assurance").map(ReadGuide::assurance));
    }

    private static Guide.Assurance assurance(Json json) {
        int trust = json.number("trust");
        if (trust < 2 || trust > 5) throw json.at("trust").refused("no level of trust: " + trust);
        return new Guide.Assurance(trust, json.yesOr("signature", false));
    }

    /** Regulation on the business environment, article 36. Limits in different units are for a reader to compare. */
    private static void noPromiseOutlastsTheLaw(Json item) {
        var promised = limit(item.at("promisedLimit"));
        item.maybe("statutoryLimit")
                .map(ReadGuide::limit)
                .filter(law -> law.unit() == promised.unit() && promised.value() > law.value())
                .ifPresent(law -> {
                    throw item.at("promisedLimit")
                            .refused("promises " + promised.value() + " where the law allows " + law.value());
                });
    }

    private static boolean offlineOnly(Json channel) {
        return channel.oneOf(Set.of("ONLINE_OR_OFFLINE", "OFFLINE_ONLY"), "channel")
                .equals("OFFLINE_ONLY");
    }

    private Guide.Prerequisite prerequisite(Json json) {
        var item = json.maybe("item").map(i -> i.oneOf(items, "item"));
        var group = json.maybe("group").map(g -> g.oneOf(groups, "group"));
        if (item.isPresent() == group.isPresent()) throw json.refused("names an item or a group, one of them");
        return new Guide.Prerequisite(
                item,
                group,
                json.allOf("exceptItems", items, "item"),
                json.allOf("passes", elements, "form field"),
                json.yesOr("onlyIfIncluded", false),
                json.textOrNone("reason"));
    }

    private Guide.Group group(Json json) {
        var rule = json.choice("rule", Guide.GroupRule.class);
        int members = json.list("items").size();
        if (members == 0) throw json.refused("a group without items");
        return new Guide.Group(
                json.text("key"),
                rule,
                json.texts("items"),
                json.translated("label"),
                json.maybe("scenarioQuestion").map(q -> q.oneOf(questions, "scenario question")),
                json.maybeNumber("min").orElse(rule == Guide.GroupRule.ALL ? members : 0),
                json.maybeNumber("max"));
    }

    private Guide.Evidence evidence(Json json) {
        var source = json.at("source");
        var waiver = json.at("waiver");
        return new Guide.Evidence(
                json.text("key"),
                json.textOrNone("code"),
                json.translated("name"),
                json.allOf("usedBy", items, "item"),
                json.choice("necessity", Guide.Necessity.class),
                json.textOrNone("when"),
                source.at("kind").oneOf(Set.of("APPLICANT", "GOVERNMENT", "OTHER"), "kind of source"),
                source.textOrNone("text"),
                json.maybeNumber("copies").orElse(1),
                json.textOrNone("paper"),
                json.textOrNone("acceptStandard"),
                json.textOrNone("fillingNote"),
                json.textOrNone("basis"),
                waiver.choice("mode", Guide.Waiver.class),
                waiver.maybeTranslated("reason"),
                json.maybe("photoSpec").map(ReadGuide::photo).orElse(""),
                json.texts("attachments"),
                ReadLater.owe(json, known),
                ReadLater.commitment(json, known));
    }

    private static String photo(Json spec) {
        var parts = new ArrayList<String>();
        spec.maybeNumber("widthPx").ifPresent(w -> parts.add(w + "×" + spec.number("heightPx") + " px"));
        spec.maybeNumber("dpi").ifPresent(dpi -> parts.add(dpi + " dpi"));
        spec.maybeNumber("maxKb")
                .ifPresent(max -> parts.add(
                        spec.maybeNumber("minKb").map(min -> min + "–").orElse("≤ ") + max + " KB"));
        Stream.of("size", "background", "format", "rule")
                .map(spec::textOrNone)
                .filter(t -> !t.isEmpty())
                .forEach(parts::add);
        return String.join("，", parts);
    }

    private Guide.Question question(Json json) {
        var choices = json.list("options");
        var seen = new LinkedHashSet<String>();
        for (var choice : choices)
            if (!seen.add(choice.text("key"))) throw choice.at("key").refused("a second " + choice.text("key"));
        return new Guide.Question(
                json.text("key"),
                json.translated("text"),
                json.choice("type", Guide.QuestionType.class),
                choices.stream()
                        .map(c -> new Guide.Choice(
                                c.text("key"),
                                c.translated("label"),
                                c.list("effects").stream().map(this::effect).toList()))
                        .toList());
    }

    private Guide.Effect effect(Json json) {
        var kind = json.choice("op", Guide.EffectKind.class);
        var ref = json.at("ref");
        String key = switch (kind) {
            case INCLUDE_ITEM, EXCLUDE_ITEM, REPEAT_CASE, BLOCK_UNTIL, FORCE_OFFLINE, SCHEDULE_JOINT_VISIT ->
                ref.oneOf(items, "item");
            case REQUIRE_MATERIAL, WAIVE_MATERIAL, REQUIRE_NOTE -> ref.oneOf(evidence, "material");
            case FAIL_CONDITION, CHECK_CONDITION -> ref.oneOf(conditions, "condition");
            case SET_FIELD -> ref.oneOf(elements, "form field");
            case FALLBACK_SINGLE_ITEMS, START_PUBLIC_NOTICE, LINK_EARLIER_CASE -> ref.oneOf(groups, "group");
            case SWITCH_PATH -> ref.oneOf(questions, "scenario question");
        };
        return new Guide.Effect(kind, key, json.textOrNone("value"));
    }

    private Guide.Flow flow(Json json) {
        return new Guide.Flow(
                json.translated("text"),
                json.list("steps").stream()
                        .map(s -> new Guide.Step(s.number("seq"), s.translated("name"), actor(s.at("actor"))))
                        .toList());
    }

    private String actor(Json json) {
        return ACTORS.contains(json.text()) ? json.text() : known.department(json);
    }

    private static Guide.Fees fees(Json json) {
        return new Guide.Fees(
                json.yes("charged"),
                json.list("items").stream().map(ReadGuide::fee).toList(),
                json.textOrNone("note"));
    }

    private static String fee(Json json) {
        String basis = json.textOrNone("basis");
        return (json.at("name").text("zh") + " " + json.textOrNone("standard")).strip()
                + (basis.isEmpty() ? "" : "（" + basis + "）");
    }

    private Guide.Reform reform() {
        var reform = file.maybe("reform");
        return new Guide.Reform(reform.flatMap(r -> effort(r, "before")), reform.flatMap(r -> effort(r, "after")));
    }

    private static Optional<Guide.Effort> effort(Json reform, String name) {
        return reform.maybe(name)
                .map(e -> new Guide.Effort(
                        e.number("days"), e.number("visits"), e.number("materials"), e.number("steps")));
    }

    private Map<String, String> officialTexts() {
        var texts = file.at("officialTexts");
        return texts.node().propertyNames().stream().collect(toMap(name -> name, texts::textOrNone));
    }

    private Guide.ServicePoint servicePoint(Json json) {
        return new Guide.ServicePoint(
                json.maybe("areaCode").map(known::area).orElse(""),
                json.textOrNone("name"),
                json.textOrNone("address"),
                json.textOrNone("hours"),
                json.textOrNone("consultPhone"),
                json.textOrNone("complaintPhone"),
                json.textOrNone("leadBody"));
    }

    private static Guide.Faq faq(Json json) {
        return new Guide.Faq(Translated.zh(json.text("q")), Translated.of(json.text("a"), json.textOrNone("en")));
    }

    static Guide.Limit limit(Json json) {
        int value = json.number("value");
        if (value < 1) throw json.refused("a limit of " + value);
        return new Guide.Limit(value, json.choice("unit", Guide.Unit.class));
    }

    /** Walks the prerequisites from each item; the way back to where it came from is a cycle. */
    private void noItemWaitsForItself(Guide guide) {
        var done = new LinkedHashSet<String>();
        for (var item : guide.items()) walk(guide, item, new LinkedHashSet<>(), done);
    }

    private void walk(Guide guide, Guide.Item item, Set<String> way, Set<String> done) {
        if (done.contains(item.key())) return;
        if (!way.add(item.key()))
            throw place(item.key()).refused("waits for itself: " + String.join(" → ", way) + " → " + item.key());
        for (String before : waitsFor(guide, item)) walk(guide, guide.item(before), way, done);
        way.remove(item.key());
        done.add(item.key());
    }

    private static List<String> waitsFor(Guide guide, Guide.Item item) {
        return item.prerequisites().stream()
                .flatMap(p -> Stream.concat(
                        p.item().stream(),
                        p.group().stream()
                                .flatMap(g -> guide.group(g).items().stream())
                                .filter(member -> !p.exceptItems().contains(member))))
                .toList();
    }

    private Json place(String item) {
        return file.list("items").stream()
                .filter(i -> i.text("key").equals(item))
                .findFirst()
                .orElse(file)
                .at("prerequisites");
    }

    /** What lies outside the file and is named in it. */
    interface Known {
        boolean isDepartment(String key);

        boolean isArea(String code);

        /** A clock of the law: what a guide says must keep within it. */
        ClockRule clock(String key);

        default String department(Json json) {
            if (!isDepartment(json.text())) throw json.refused("there is no department " + json.text());
            return json.text();
        }

        default String area(Json json) {
            if (!isArea(json.text())) throw json.refused("there is no area " + json.text());
            return json.text();
        }
    }
}

package yici.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import yici.catalogue.AreaVariants;
import yici.catalogue.Catalogue;
import yici.catalogue.Changes;
import yici.catalogue.Deciders;
import yici.catalogue.Guide;
import yici.catalogue.PublishEdition;
import yici.catalogue.PublishEdition.Terms;
import yici.house.Http;
import yici.house.People;
import yici.house.Product;
import yici.kit.View;

/** Whatever is published while an application is open, and for whatever day: the application stays as it was, to the last letter. */
class OpenApplicationTest {

    /** 慈利县, where nobody else's test changes anything. */
    private static final String AREA = "430821000000";

    private static final List<String> LIFE_EVENTS = List.of("43PCN0009", "43TCN0003", "43PCP0007", "43PCN0013");

    /** What others see and do, by address. */
    private record Seen(Map<String, String> pages) {}

    /** An application and a draft of the same person, and the browsers of everybody concerned. */
    private record Open(Application filed, UUID draft, Http applicant, Map<Integer, Http> officers) {}

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void publishing_never_changes_an_open_application(@ForAll long seed) {
        var random = new Random(seed);
        var code = LIFE_EVENTS.get(random.nextInt(LIFE_EVENTS.size()));
        var standard = text(code, today());
        var open = open(code);
        look(open); // the first look takes notice of things
        var before = look(open);
        var guide = guideOf(open);
        try {
            int times = 1 + random.nextInt(3);
            for (int i = 0; i < times; i++) publish(code, random);

            assertThat(look(open)).isEqualTo(before);
            assertThat(bean(Applications.class).get(open.filed().id())).isEqualTo(open.filed());
            assertThat(guideOf(open)).isEqualTo(guide);
            assertThat(Resolve.resolve(guideOf(open), open.filed().scenario()))
                    .isEqualTo(Resolve.resolve(guide, open.filed().scenario()));
            assertThat(text(code, today())).isNotEqualTo(standard);
        } finally {
            restore(code, standard);
        }
        assertThat(look(open)).isEqualTo(before);
    }

    private static Open open(String code) {
        var someone = code.startsWith("43T") ? People.firm() : People.citizen();
        var filed = Applicants.submit(someone.me(), code, AREA);
        var draft = Applicants.draft(someone.me(), code, AREA);
        var applicant = new Http();
        applicant.signIn(someone.login());
        return new Open(bean(Applications.class).get(filed.id()), draft, applicant, officers(filed));
    }

    /** By the number of the case. */
    private static Map<Integer, Http> officers(Application filed) {
        var guide = bean(Catalogue.class).edition(filed.edition()).guide();
        var items = filed.plan().items();
        var deciding = bean(Deciders.class).of(guide, items, filed.area(), today());
        var officers = new LinkedHashMap<Integer, Http>();
        for (int i = 0; i < items.size(); i++) {
            var body = deciding.get(items.get(i));
            if (body == null) continue;
            var http = new Http();
            http.signIn(People.officer(body.id()).login());
            officers.put(i + 1, http);
        }
        return officers;
    }

    private static Seen look(Open open) {
        var pages = new LinkedHashMap<String, String>();
        var number = open.filed().number();
        for (var path : List.of("/my/" + number, "/my/" + number + "/time", "/applications/" + number + "/receipt"))
            pages.put(path, main(open.applicant(), path));
        for (var path : List.of("", "/known", "/check", "/evidence", "/scenario")) {
            var address = "/drafts/" + open.draft() + path;
            pages.put(address, main(open.applicant(), address));
        }
        for (var element : bean(Applications.class).get(open.filed().id()).plan().asked().stream()
                .limit(6)
                .toList()) {
            var address = "/drafts/" + open.draft() + "/change/" + element;
            pages.put(address, main(open.applicant(), address));
        }
        open.officers().forEach((no, officer) -> {
            var desk = "/desk/" + number + "/" + no;
            pages.put(desk, main(officer, desk));
            pages.put(desk + "/time", main(officer, desk + "/time"));
        });
        return new Seen(pages);
    }

    private static String main(Http http, String path) {
        var answer = http.get(path);
        var body = answer.body()
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replaceAll("\\d\\d:\\d\\d 前为您保留", "前为您保留"); // each look prolongs the lease
        int from = Math.max(0, body.indexOf("<main"));
        int until = body.indexOf("</main>");
        assertThat(answer.statusCode()).as(path).isLessThan(500);
        return answer.statusCode() + " " + (until < 0 ? "" : body.substring(from, until));
    }

    private static Guide guideOf(Open open) {
        return bean(Catalogue.class).edition(open.filed().edition()).guide();
    }

    // --- publishing --------------------------------------------------------------------------------------------------

    /** The standard or the area's own text, today or on a far day. */
    private static void publish(String code, Random random) {
        var changed = changed(text(code, today()), random);
        publishStandard(code, changed, today());
        if (random.nextBoolean())
            publishStandard(code, changed(changed, random), LocalDate.of(2033, 3, 1 + random.nextInt(28)));
        if (random.nextBoolean()) publishOwn(code, random);
    }

    private static void publishStandard(String code, JsonNode text, LocalDate day) {
        assertThat(bean(PublishEdition.class).standard(bean(AreaVariants.class).read(text), terms(day)))
                .as(code)
                .isInstanceOfAny(
                        PublishEdition.Publication.Published.class, PublishEdition.Publication.Unchanged.class);
    }

    private static void publishOwn(String code, Random random) {
        var variants = bean(AreaVariants.class);
        var base = variants.text(variants.ground(code, AREA, today()).base().id());
        var changes = Changes.between(base, changed(base, random)).stream()
                .map(change -> change.because("本地情况"))
                .toList();
        variants.publish(code, AREA, changes, terms(today()));
    }

    /** Another edition of the standard as it was, and the area has it again. */
    private static void restore(String code, JsonNode standard) {
        publishStandard(code, standard, today());
        publishStandard(code, standard, LocalDate.of(2033, 4, 1));
        bean(AreaVariants.class).giveBack(code, AREA, "", terms(today()));
        assertThat(text(code, today())).isEqualTo(standard);
    }

    private static Terms terms(LocalDate day) {
        var somebody = Optional.of(UUID.randomUUID());
        return new Terms(day, "试验", somebody, somebody, true);
    }

    // --- changing ----------------------------------------------------------------------------------------------------

    /** Anything an editor may touch: limits, names, departments, documents, questions, the form, conditions, places. */
    private static JsonNode changed(JsonNode text, Random random) {
        var changed = (ObjectNode) text.deepCopy();
        changed.withObject("jointLimit").put("value", 60 + random.nextInt(300));
        for (int i = 0; i < 3 + random.nextInt(10); i++) one(changed, random);
        return changed;
    }

    private static void one(ObjectNode guide, Random random) {
        var departments = List.of("police", "health", "hrss", "market");
        switch (random.nextInt(10)) {
            case 0 -> member(guide, "items", random).withObject("promised").put("value", 1 + random.nextInt(90));
            case 1 -> rename(member(guide, "items", random), "name", random);
            case 2 ->
                member(guide, "items", random).put("department", departments.get(random.nextInt(departments.size())));
            case 3 -> drop(guide, "evidence", random);
            case 4 -> member(guide, "evidence", random).put("waiver", "NONE").put("necessity", "REQUIRED");
            case 5 -> rename(member(guide, "evidence", random), "name", random);
            case 6 -> rename(member(guide, "questions", random), "text", random);
            case 7 -> drop(guide, "elements", random);
            case 8 -> rename(member(guide, "elements", random), "label", random);
            default -> rename(member(guide, "conditions", random), "text", random);
        }
    }

    private static ObjectNode member(ObjectNode guide, String list, Random random) {
        var members = (ArrayNode) guide.get(list);
        return members.isEmpty()
                ? JsonNodeFactory.instance.objectNode()
                : (ObjectNode) members.get(random.nextInt(members.size()));
    }

    private static void rename(ObjectNode thing, String field, Random random) {
        thing.withObject(field).withObject("texts").put("ZH", "改过的" + random.nextInt(1000));
    }

    private static void drop(ObjectNode guide, String list, Random random) {
        var members = (ArrayNode) guide.get(list);
        if (members.size() > 1) members.remove(random.nextInt(members.size()));
    }

    private static JsonNode text(String code, LocalDate day) {
        var variants = bean(AreaVariants.class);
        return variants.text(variants.ground(code, "430000000000", day).base().id());
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Product.running().clock().instant(), View.ZONE);
    }

    private static <T> T bean(Class<T> type) {
        return Product.running().bean(type);
    }
}

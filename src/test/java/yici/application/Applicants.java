package yici.application;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import yici.application.BeginDraft.Begun;
import yici.application.SubmitApplication.Submission;
import yici.catalogue.Catalogue;
import yici.catalogue.Guide;
import yici.catalogue.Offer;
import yici.form.DataElement;
import yici.form.Rule;
import yici.house.Product;
import yici.identity.SignedIn;
import yici.kit.Badge;
import yici.kit.CreditCode;
import yici.kit.IdNumber;

/**
 * People and firms who apply for anything, for specifications and benchmarks: they answer the scenario questions as told (and the rest so that
 * nothing excludes them), fill the form with values that are valid and meet the conditions, and hand in every document.
 */
public final class Applicants {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final byte[] PDF = """
            %PDF-1.4
            1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
            2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj
            xref
            0 1
            0000000000 65535 f
            trailer << /Size 3 /Root 1 0 R >>
            startxref
            110
            %%EOF
            """.getBytes(StandardCharsets.US_ASCII);

    private Applicants() {}

    static byte[] pdf() {
        return PDF.clone();
    }

    /** Somebody signed in whose account nobody else uses; not among the accounts of room identity. */
    public static SignedIn person(String name) {
        return new SignedIn(UUID.randomUUID(), SignedIn.Kind.PERSON, name, List.of());
    }

    public static SignedIn firm(String name) {
        return new SignedIn(UUID.randomUUID(), SignedIn.Kind.FIRM, name, List.of());
    }

    /** A person or a firm, whichever the life event is for. */
    public static SignedIn for_(String lifeEvent) {
        return lifeEvent.startsWith("43T") ? firm("样例企业") : person("样例申请人");
    }

    /** @param answers such as {@code "q-applicant=mother", "q-extras=social-card,resident-insurance"} */
    public static Application submit(SignedIn me, String lifeEvent, String area, String... answers) {
        return submit(me, draft(me, lifeEvent, area, answers));
    }

    public static Application submit(SignedIn me, UUID draft) {
        return switch (bean(SubmitApplication.class).submit(me, draft, "zh")) {
            case Submission.Received(var application) -> application;
            case Submission.NotReady(var checkup) -> throw new AssertionError("not ready: " + checkup);
        };
    }

    /** Adds items to an application made before and sends them. */
    public static Application add(SignedIn me, Application application, String... further) {
        var wish = UUID.randomUUID();
        var added = bean(AddItems.class).begin(me, application, Scenarios.answers(further), wish);
        if (!(added instanceof AddItems.Added.Ready)) throw new AssertionError("not added: " + added);
        complete(me, wish);
        return submit(me, wish);
    }

    /** A draft with nothing missing, not yet submitted. */
    public static UUID draft(SignedIn me, String lifeEvent, String area, String... answers) {
        var draft = begin(me, lifeEvent, area, answers);
        complete(me, draft);
        return draft;
    }

    public static UUID begin(SignedIn me, String lifeEvent, String area, String... answers) {
        if (!(bean(Catalogue.class).offer(lifeEvent, area) instanceof Offer.Offered offer))
            throw new AssertionError("not offered: " + lifeEvent);
        var scenario = willing(offer.edition().guide(), answers);
        return switch (bean(BeginDraft.class).begin(me, offer.edition(), area, area, scenario, Optional.empty())) {
            case Begun.Ready(var draft) -> draft;
            case Begun other -> throw new AssertionError("not begun: " + other);
        };
    }

    /** Fills in what is asked and hands in what must be handed in; what was typed or handed in before stays. */
    public static void complete(SignedIn me, UUID draftId) {
        var draft = bean(DraftStore.class).find(draftId, me).orElseThrow();
        var guide = bean(Catalogue.class).edition(draft.edition()).guide();
        var plan = bean(Plans.class).of(guide, draft);
        var typed = new LinkedHashMap<>(answers(guide, plan));
        typed.keySet().removeAll(draft.typed().keySet());
        bean(SaveAnswers.class).save(me, draftId, Checkup.asked(guide, plan), typed, draft.version());
        for (var evidence : plan.evidence())
            if (Checkup.mustBeHandedIn(evidence) && draft.files(evidence.key()).isEmpty())
                handIn(me, draftId, evidence.key(), evidence.key() + ".pdf");
    }

    /** What stands in a draft now. */
    public static Map<String, String> typed(SignedIn me, UUID draft) {
        return bean(DraftStore.class).find(draft, me).orElseThrow().typed();
    }

    /** Documents of which a draft has files. */
    public static List<String> handedIn(SignedIn me, UUID draft) {
        return bean(DraftStore.class).find(draft, me).orElseThrow().evidence().stream()
                .map(Draft.HandedIn::evidence)
                .toList();
    }

    public static void handIn(SignedIn me, UUID draft, String evidence, String fileName) {
        var sent = new SupplyEvidence.Sent(fileName, () -> new ByteArrayInputStream(PDF));
        var taken = Badge.of(me.account()) // the file is theirs, not the test's
                .wearing(() -> bean(SupplyEvidence.class).supply(me, draft, evidence, List.of(sent)))
                .getFirst();
        if (!(taken instanceof SupplyEvidence.Taken.Kept)) throw new AssertionError("not taken: " + taken);
    }

    /** Valid values for everything the plan asks that is required or that a condition looks at. */
    public static Map<String, String> answers(Guide guide, Plan plan) {
        var demanded = demanded(guide, plan);
        var answers = new LinkedHashMap<String, String>();
        for (var element : Checkup.asked(guide, plan)) {
            var value = demanded.get(element.key());
            if (value != null) answers.put(element.key(), value);
            else if (element.required() || element.requiredWhen().isPresent())
                answers.put(element.key(), value(element));
        }
        return answers;
    }

    /** Of the choices that exclude nobody the first; of several none, or the first where one is needed. */
    private static ScenarioAnswers willing(Guide guide, String... given) {
        var answers = Scenarios.answers(given);
        for (var question : guide.questions()) {
            if (answers.answered(question.key())) continue;
            var choice = question.choices().stream()
                    .filter(c -> c.effects().stream().noneMatch(e -> e.kind() == Guide.EffectKind.FAIL_CONDITION))
                    .findFirst()
                    .orElseThrow()
                    .key();
            answers = answers.with(
                    question.key(), ScenarioQuestions.least(guide, question) == 0 ? List.of() : List.of(choice));
        }
        return ScenarioQuestions.relevant(guide, answers);
    }

    private static Map<String, String> demanded(Guide guide, Plan plan) {
        var demanded = new LinkedHashMap<String, String>();
        for (var condition : guide.conditions())
            if (plan.toCheck().contains(condition.key()))
                condition.rule().ifPresent(rule -> {
                    for (var test : rule.mode() == Rule.Mode.ANY ? rule.tests().subList(0, 1) : rule.tests())
                        demand(test, guide, demanded);
                });
        return demanded;
    }

    private static void demand(Rule.Test test, Guide guide, Map<String, String> demanded) {
        var element = guide.elements().stream()
                .filter(e -> e.key().equals(test.field()))
                .findFirst()
                .orElseThrow();
        var first = test.value().split("[,=]", 2)[0];
        switch (test.operator()) {
            case "EQ", "IN", "GTE", "LTE" -> demanded.putIfAbsent(test.field(), first);
            case "NE", "NOT_IN" ->
                demanded.putIfAbsent(
                        test.field(),
                        element.options().stream()
                                .map(o -> o.code())
                                .filter(code ->
                                        !List.of(test.value().split(",")).contains(code))
                                .findFirst()
                                .orElseThrow());
            case "EXISTS" -> demanded.putIfAbsent(test.field(), value(element));
            case "WITHIN_MONTHS" ->
                demanded.putIfAbsent(test.field(), today().minusDays(20).toString());
            case "GTE_BY_SEX" -> demanded.put(test.field(), "60");
            case "GTE_BY_CLASS" -> {
                demanded.put(test.field(), "30");
                demanded.put(test.field().replace("Years", "Class"), first);
            }
            default -> throw new AssertionError("teach Applicants the operator " + test.operator());
        }
    }

    private static String value(DataElement element) {
        return switch (element.type()) {
            case STRING -> element.key().endsWith("Name") || element.key().equals("name") ? "样例姓名" : "样例内容1号";
            case NUMBER -> "30";
            case MONEY -> "1200.50";
            case BOOLEAN -> "false";
            case DATE -> today().minusDays(20).toString();
            case MONTH -> today().toString().substring(0, 7);
            case DATE_TIME -> today().plusDays(7) + "T10:30";
            case ENUM, MULTI_ENUM -> element.options().getFirst().code();
            case ID_NUMBER -> idNumber();
            case CREDIT_CODE -> creditCode();
            case PHONE -> "139%08d".formatted(COUNT.incrementAndGet());
            case ADDRESS -> "湖南省邵阳市邵阳县塘渡口镇样例路8号";
            case AREA -> "430000";
            case BANK_ACCOUNT -> "%016d".formatted(1_000_000_000L + COUNT.incrementAndGet());
            case BODY -> "邵阳县样例机构";
            case PERSON_LIST -> "";
        };
    }

    /** A different person each time: a woman or a man born in 1990. */
    public static String idNumber() {
        int count = COUNT.incrementAndGet();
        var first = "430523" + "1990%02d%02d".formatted(1 + count / 28 % 12, 1 + count % 28)
                + "%03d".formatted(count / 336 % 1000);
        return first + IdNumber.check(first);
    }

    /** A different firm each time. */
    public static String creditCode() {
        var first = "91430523" + "%09d".formatted(COUNT.incrementAndGet());
        return first + CreditCode.check(first);
    }

    private static LocalDate today() {
        return LocalDate.now(bean(Clock.class));
    }

    private static <T> T bean(Class<T> type) {
        return Product.running().bean(type);
    }
}

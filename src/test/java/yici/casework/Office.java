package yici.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import yici.application.Application;
import yici.application.Filed;
import yici.house.Product;
import yici.identity.SignedIn;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.Post;
import yici.jurisdiction.PublicBody;

/** Officers, applicants and applications of their own for each test. */
final class Office {

    /** 邵阳县 */
    static final String AREA = "430523000000";

    private static final Product PRODUCT = Product.running();

    private Office() {}

    static <T> T bean(Class<T> type) {
        return PRODUCT.bean(type);
    }

    /** An officer of the body that decides for a department in {@link #AREA}. */
    static SignedIn officer(String department, String name) {
        var body = body(department);
        var account = UUID.randomUUID();
        return new SignedIn(
                account,
                SignedIn.Kind.STAFF,
                name,
                List.of(new Post(account, Post.Role.OFFICER, body.area(), Optional.of(body.id()))));
    }

    /** @param body such as {@code disabled-federation@430500000000} */
    static SignedIn officerOf(String body) {
        var account = UUID.randomUUID();
        var area = bean(Bodies.class).get(body).area();
        return new SignedIn(
                account,
                SignedIn.Kind.STAFF,
                "罗主任",
                List.of(new Post(account, Post.Role.OFFICER, area, Optional.of(body))));
    }

    static PublicBody body(String department) {
        return bean(Bodies.class).deciding(List.of(department), AREA).values().stream()
                .findFirst()
                .orElseThrow();
    }

    static SignedIn administrator(String area) {
        var account = UUID.randomUUID();
        return new SignedIn(
                account,
                SignedIn.Kind.STAFF,
                "管理员",
                List.of(new Post(account, Post.Role.ADMINISTRATOR, area, Optional.empty())));
    }

    static SignedIn of(Application application) {
        return new SignedIn(application.applicant(), SignedIn.Kind.PERSON, application.applicantName(), List.of());
    }

    static SignedIn applicant(String name) {
        return new SignedIn(UUID.randomUUID(), SignedIn.Kind.PERSON, name, List.of());
    }

    static Application files(SignedIn applicant, String lifeEvent, Map<String, String> answers, String... items) {
        return Filed.by(applicant.account(), applicant.name(), lifeEvent, AREA, answers, items);
    }

    /** A death, with the certificate's number known: what comes after the certificate waits only for its approval. */
    static Application death(SignedIn applicant) {
        return files(
                applicant,
                "43PCP0008",
                Map.of("deathCertNo", "4305230001", "deathDate", "2026-11-20", "deceasedName", "李大山"),
                "death-normal",
                "household-cancel",
                "cremation",
                "mi-terminate",
                "pension-stop");
    }

    static CaseFile file(Application application, String item) {
        return bean(Bundles.class).cases(application.id()).stream()
                .filter(c -> c.item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    static CaseState state(Application application, String item) {
        return file(application, item).state();
    }

    static Bundle bundle(Application application) {
        return bean(Bundles.class).find(application.id()).orElseThrow();
    }

    /** Morning of that day; {@code clock().back()} afterwards. */
    static void at(LocalDate day) {
        PRODUCT.clock().to(day);
    }

    /** What ran out until now takes effect. */
    static void law(Application application) {
        bean(LawTakesEffect.class).takesEffect(application.id());
    }

    static RunningClocks clocks(Application application) {
        return bean(ClockStore.class).of(application.id());
    }

    static List<DocumentKind> papers(Application application) {
        return bean(Matters.class).papers(matter(application)).stream()
                .map(Matters.Paper::kind)
                .toList();
    }

    static List<CaseAct> acts(Application application) {
        return bean(Matters.class).timeline(matter(application)).stream()
                .map(Matters.Entry::act)
                .toList();
    }

    private static Matters.Matter matter(Application application) {
        return new Matters.Matter(bundle(application), bean(Bundles.class).cases(application.id()));
    }

    static Acted approve(SignedIn officer, Application application, String item) {
        return approve(officer, application, item, Map.of());
    }

    static Acted approve(SignedIn officer, Application application, String item, Map<String, String> values) {
        int no = file(application, item).no();
        return bean(DecideCase.class).approve(officer, application.id(), no, values, "");
    }

    static Acted refuse(SignedIn officer, Application application, String item, String reason) {
        return bean(DecideCase.class)
                .refuse(officer, application.id(), file(application, item).no(), reason);
    }
}

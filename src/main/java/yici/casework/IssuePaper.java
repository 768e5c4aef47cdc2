package yici.casework;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import yici.catalogue.Power;
import yici.delegation.Arrangement;
import yici.delegation.Delegations;
import yici.jurisdiction.Bodies;
import yici.kit.Ids;
import yici.kit.Language;
import yici.kit.Translated;

/** Puts down what a paper says, as it is on the day; {@link PrintPaper} makes the PDF of it when somebody asks. */
@Component
class IssuePaper {

    private final Bodies bodies;
    private final Delegations delegations;
    private final Clocks clocks;

    IssuePaper(Bodies bodies, Delegations delegations, Clocks clocks) {
        this.bodies = bodies;
        this.delegations = delegations;
        this.clocks = clocks;
    }

    void of(Work work, int no, DocumentKind kind, Map<String, String> more) {
        var file = work.get(no);
        var says = new LinkedHashMap<String, String>();
        says.put("applicant", work.bundle().applicantName());
        says.put("number", work.bundle().number());
        says.put("caseNumber", file.number(work.bundle()));
        both(says::put, "lifeEvent", work.bundle().name());
        both(says::put, "item", file.name());
        both(says::put, "body", body(file));
        arrangement(work.bundle(), file).ifPresent(by -> arranged(by, says));
        says.put("nodeType", file.planned().nodeType().name());
        says.put("date", work.today().toString());
        file.standing().receivedOn().ifPresent(on -> says.put("receivedOn", on.toString()));
        says.put("dueOn", file.standing().dueOn().toString());
        if (tellsOfOwed(kind) || more.containsKey("owedMissed")) owed(work, no, says);
        says.putAll(more);
        work.paper(Ids.fresh(clocks.clock()), no, kind, says);
    }

    private Optional<Arrangement> arrangement(Bundle bundle, CaseFile file) {
        return file.body()
                .flatMap(body -> delegations.arrangement(
                        Power.keyOf(bundle.lifeEvent(), file.item()), bundle.area(), file.filedOn(), body));
    }

    /** In whose name, whose seal, and by which file: what an entrusted body decides is the giver's decision. */
    private static void arranged(Arrangement by, Map<String, String> says) {
        if (by.inOthersName()) {
            both(says::put, "entrusted", by.receiver().name());
            says.remove("bodyEn");
            both(says::put, "body", by.inWhoseName().name());
        }
        says.put("exercise", by.mode());
        says.put("exerciseFile", by.fileTitle());
        says.put("exerciseFileNumber", by.fileNumber());
        says.put("exerciseRecord", by.number());
        says.put("seal", by.sealOwner().name().zh());
        says.put("sealOf", by.seal().name());
    }

    private static boolean tellsOfOwed(DocumentKind kind) {
        return kind == DocumentKind.ACCEPTANCE || kind == DocumentKind.OWED_RECEIPT || kind == DocumentKind.RETURN;
    }

    private static void owed(Work work, int no, Map<String, String> says) {
        var open = work.debts().open(no);
        if (open.isEmpty()) return;
        says.put("owed", open.stream().map(d -> d.name().zh()).collect(Collectors.joining("\n")));
        work.clocks()
                .newest(no, CaseTime.OWED)
                .flatMap(c -> c.dates().due())
                .ifPresent(on -> says.put("owedUntil", on.toString()));
    }

    private Translated body(CaseFile file) {
        return file.body()
                .flatMap(bodies::find)
                .map(b -> b.name())
                .orElseGet(() -> bodies.departmentName(file.planned().department()));
    }

    static void both(BiConsumer<String, String> put, String key, Translated text) {
        put.accept(key, text.zh());
        var english = text.texts().get(Language.EN);
        if (english != null) put.accept(key + "En", english);
    }
}

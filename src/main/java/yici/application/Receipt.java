package yici.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yici.catalogue.Edition;
import yici.catalogue.Guide;
import yici.catalogue.Guide.EffectKind;
import yici.jurisdiction.Area;
import yici.jurisdiction.PublicBody;
import yici.kit.Translated;

/**
 * What the applicant gets at once (Administrative Licensing Law art. 32: a dated receipt): one number for the whole and one for each case.
 *
 * @param due the last day of the promise for the whole
 * @param owedUntil the last day of what is owed, where its case has started
 * @param address where the application can be followed
 */
record Receipt(
        Application application,
        Edition edition,
        Area area,
        Map<String, PublicBody> bodies,
        Optional<LocalDate> due,
        Map<String, LocalDate> owedUntil,
        String address) {

    /** @param number the application's number and the item's place in the plan */
    record CaseLine(String number, Translated item, Optional<Translated> body) {}

    record Document(Translated name, List<String> fileNames) {}

    Guide guide() {
        return edition.guide();
    }

    List<CaseLine> cases() {
        var lines = new ArrayList<CaseLine>();
        for (var key : application.plan().items()) {
            var item = guide().item(key);
            lines.add(new CaseLine(
                    caseNumber(application.number(), lines.size() + 1),
                    item.name(),
                    Optional.ofNullable(bodies.get(item.key())).map(PublicBody::name)));
        }
        return lines;
    }

    static String caseNumber(String application, int place) {
        return "%s-%02d".formatted(application, place);
    }

    List<Document> documents() {
        return application.plan().evidence().stream()
                .map(e -> new Document(
                        guide().evidence(e.key()).name(),
                        application.evidence().stream()
                                .filter(s -> s.evidence().equals(e.key()))
                                .map(Application.Supplied::fileName)
                                .toList()))
                .filter(d -> !d.fileNames().isEmpty())
                .toList();
    }

    /** What was to be handed in later and is not there yet. */
    List<Guide.Evidence> owed() {
        return application.plan().owed().stream()
                .filter(e -> application.evidence().stream()
                        .noneMatch(s -> s.evidence().equals(e.key())))
                .map(e -> guide().evidence(e.key()))
                .toList();
    }

    boolean canGrow() {
        return Supplement.possible(guide(), application);
    }

    boolean repeats() {
        return application.plan().hints().stream().anyMatch(h -> h.kind() == EffectKind.REPEAT_CASE);
    }
}

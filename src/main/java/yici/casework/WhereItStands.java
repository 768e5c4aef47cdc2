package yici.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import yici.kit.Translated;
import yici.kit.View;

/**
 * Who holds it now, until when, and what comes next: one sentence, the same for the applicant, the officer and the counter. A pure function
 * of the cases; the words are the reader's.
 */
final class WhereItStands {

    /** @param bodyName the name of a body by its id, or of the department when no body is there yet */
    record Names(Function<CaseFile, Translated> bodyName) {}

    private final Bundle bundle;
    private final List<CaseFile> cases;
    private final Names names;

    WhereItStands(Bundle bundle, List<CaseFile> cases, Names names) {
        this.bundle = bundle;
        this.cases = cases;
        this.names = names;
    }

    /** The whole application in one sentence. */
    String ofAll(View view) {
        return switch (bundle.state()) {
            case OPEN -> open(view);
            case COMPLETED -> view.t("casework.where.completed", closed(view));
            case PARTIAL ->
                terminated().isEmpty()
                        ? view.t(
                                "casework.where.partial",
                                count(CaseState.APPROVED),
                                failed().size(),
                                list(view, failed()))
                        : view.t("casework.where.partialEnded", count(CaseState.APPROVED), list(view, terminated()));
            case REFUSED ->
                terminated().isEmpty()
                        ? view.t("casework.where.refused", closed(view))
                        : view.t("casework.where.ended", list(view, terminated()));
            case WITHDRAWN -> view.t("casework.where.withdrawn", closed(view));
        };
    }

    /** The same, and what the applicant still owes: the one thing somebody reading it can do. */
    String ofAll(View view, List<DebtStore.Owed> owed) {
        var open = owed.stream()
                .filter(o -> cases.stream()
                        .anyMatch(c -> c.no() == o.debt().no() && c.state().open()))
                .toList();
        if (open.isEmpty()) return ofAll(view);
        var names = open.stream()
                .map(o -> view.t("casework.where.quoted", view.t(o.debt().name())))
                .distinct()
                .toList();
        var first = open.stream().flatMap(o -> o.due().stream()).min(LocalDate::compareTo);
        return ofAll(view) + " "
                + first.map(by -> view.t("casework.where.owed", joined(view, names), view.date(by)))
                        .orElseGet(() -> view.t("casework.where.owedLater", joined(view, names)));
    }

    private String open(View view) {
        var asked = in(CaseState.CORRECTION_ASKED);
        if (!asked.isEmpty()) return view.t("casework.where.open.correct", list(view, asked));
        var working = cases.stream()
                .filter(c -> c.state().onDesk() || c.state() == CaseState.CHECKING)
                .sorted(Comparator.comparing(c -> c.standing().dueOn()))
                .toList();
        if (working.isEmpty()) return view.t("casework.where.open.waiting");
        if (working.size() == 1) return ofCase(working.getFirst(), view) + next(working.getFirst(), view);
        var bodies = working.stream()
                .map(c -> view.t(names.bodyName().apply(c)))
                .distinct()
                .toList();
        return view.t(
                "casework.where.open.together",
                working.size(),
                joined(view, bodies),
                view.date(working.getLast().standing().dueOn()));
    }

    /** One case in one sentence. */
    String ofCase(CaseFile file, View view) {
        String name = view.t(file.name());
        String body = view.t(names.bodyName().apply(file));
        var standing = file.standing();
        String due = view.date(standing.dueOn());
        return switch (file.state()) {
            case WAITING -> view.t("casework.where.waiting", name, list(view, before(file)), due);
            case SUBMITTED -> received("submitted", file, view);
            case CORRECTION_RECEIVED -> received("corrected", file, view);
            case CHECKING -> view.t("casework.where.checking", name, body);
            case CORRECTION_ASKED -> view.t("casework.where.correct", name, body);
            case ACCEPTED -> view.t("casework.where.accepted", name, body, due);
            case SPECIAL_PROCEDURE -> view.t("casework.where.special", name, body, due);
            case APPROVED -> view.t("casework.where.approved", name, body, decided(file, view));
            case REFUSED -> view.t("casework.where.refusedOne", name, body, decided(file, view));
            case NOT_ACCEPTED -> view.t("casework.where.notAccepted", name, body, decided(file, view));
            case RETURNED -> view.t("casework.where.returned", name, body, decided(file, view));
            case TERMINATED -> view.t("casework.where.terminated", name, body, decided(file, view));
            case WITHDRAWN -> view.t("casework.where.withdrawnOne", name, decided(file, view));
            case BLOCKED -> blocked(file, name, view);
        };
    }

    private String blocked(CaseFile file, String name, View view) {
        var by = cases.stream()
                .filter(c ->
                        file.standing().blockedBy().filter(b -> b == c.no()).isPresent())
                .toList();
        boolean forGood = by.stream().anyMatch(c -> c.state() == CaseState.TERMINATED);
        return view.t(forGood ? "casework.where.blockedForGood" : "casework.where.blocked", name, list(view, by));
    }

    /** When the whole is due before the office must have said whether it accepts, only the earlier day is worth telling. */
    private String received(String key, CaseFile file, View view) {
        String name = view.t(file.name());
        String body = view.t(names.bodyName().apply(file));
        String due = view.date(file.standing().dueOn());
        if (file.body().isEmpty()) return view.t("casework.where.gap", name, due);
        return file.standing()
                .acceptBy()
                .filter(by -> by.isBefore(file.standing().dueOn()))
                .map(by -> view.t("casework.where." + key, name, body, view.date(by), due))
                .orElseGet(() -> view.t("casework.where." + key + "Soon", name, body, due));
    }

    /** What starts when this one is done; empty when nothing waits for it. */
    String next(CaseFile file, View view) {
        var after = cases.stream()
                .filter(c -> c.planned().after().contains(file.no()) && c.state() == CaseState.WAITING)
                .toList();
        return after.isEmpty() ? "" : " " + view.t("casework.where.next", list(view, after));
    }

    private List<CaseFile> before(CaseFile file) {
        var unfinished = cases.stream()
                .filter(c -> file.planned().after().contains(c.no()) && c.state() != CaseState.APPROVED)
                .toList();
        return unfinished.isEmpty()
                ? cases.stream()
                        .filter(c -> file.planned().after().contains(c.no()))
                        .toList()
                : unfinished;
    }

    private List<CaseFile> terminated() {
        return in(CaseState.TERMINATED);
    }

    private List<CaseFile> failed() {
        return cases.stream().filter(c -> c.state().failed()).toList();
    }

    private List<CaseFile> in(CaseState state) {
        return cases.stream().filter(c -> c.state() == state).toList();
    }

    private long count(CaseState state) {
        return in(state).size();
    }

    private String closed(View view) {
        return bundle.closedAt().map(view::date).orElse("");
    }

    private static String decided(CaseFile file, View view) {
        return file.standing().decision().map(d -> view.date(d.at())).orElse("");
    }

    private static String list(View view, List<CaseFile> files) {
        var all = new ArrayList<String>();
        for (var file : files) all.add(view.t("casework.where.quoted", view.t(file.name())));
        return joined(view, all);
    }

    private static String joined(View view, List<String> texts) {
        return String.join(view.t("casework.where.and"), texts);
    }
}

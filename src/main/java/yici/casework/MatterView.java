package yici.casework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import yici.catalogue.Catalogue;
import yici.catalogue.Guide;
import yici.catalogue.Power;
import yici.delegation.Delegations;
import yici.delegation.Why;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.kit.Graph;
import yici.kit.Moment;
import yici.kit.NotFound;
import yici.kit.State;
import yici.kit.Translated;
import yici.kit.View;

/** One application as its pages show it: sentences, states, the drawing, the timeline. */
final class MatterView {

    /** Makes views; knows where names come from. */
    @Component
    static class Maker {
        private final Bodies bodies;
        private final Areas areas;
        private final Catalogue catalogue;
        private final Delegations delegations;
        private final Clocks clocks;

        Maker(Bodies bodies, Areas areas, Catalogue catalogue, Delegations delegations, Clocks clocks) {
            this.bodies = bodies;
            this.areas = areas;
            this.catalogue = catalogue;
            this.delegations = delegations;
            this.clocks = clocks;
        }

        MatterView of(Matters.Matter matter, View view) {
            return new MatterView(matter, view, this);
        }

        /** The body's name, or the department's where there is no body yet. */
        Translated body(CaseFile file) {
            return file.body()
                    .flatMap(bodies::find)
                    .map(b -> b.name())
                    .orElseGet(() -> bodies.departmentName(file.planned().department()));
        }

        Why why(Bundle bundle, CaseFile file) {
            return delegations.why(
                    Power.keyOf(bundle.lifeEvent(), file.item()),
                    file.name(),
                    file.planned().department(),
                    bundle.area(),
                    file.filedOn(),
                    file.body());
        }

        WhereItStands sentences(Bundle bundle, List<CaseFile> cases) {
            return new WhereItStands(bundle, cases, new WhereItStands.Names(this::body));
        }
    }

    private final Matters.Matter matter;
    private final View view;
    private final Maker maker;
    private final WhereItStands sentences;

    private MatterView(Matters.Matter matter, View view, Maker maker) {
        this.matter = matter;
        this.view = view;
        this.maker = maker;
        this.sentences = maker.sentences(matter.bundle(), matter.cases());
    }

    Bundle bundle() {
        return matter.bundle();
    }

    List<CaseFile> cases() {
        return matter.cases();
    }

    int unseen() {
        return matter.unseen();
    }

    String sentence() {
        return sentences.ofAll(view);
    }

    /** With what the applicant still owes, and until when. */
    String sentence(List<DebtStore.Owed> owed) {
        return sentences.ofAll(view, owed);
    }

    String sentence(CaseFile file) {
        return sentences.ofCase(file, view);
    }

    String area() {
        return view.t(maker.areas.get(bundle().area()).name());
    }

    Translated body(CaseFile file) {
        return maker.body(file);
    }

    Why why(CaseFile file) {
        return maker.why(bundle(), file);
    }

    CaseFile file(int no) {
        return cases().stream().filter(c -> c.no() == no).findFirst().orElseThrow(() -> new NotFound("case " + no));
    }

    long approved() {
        return cases().stream().filter(c -> c.state() == CaseState.APPROVED).count();
    }

    /** The tag of the whole. */
    State state() {
        boolean asked = cases().stream().anyMatch(c -> c.state() == CaseState.CORRECTION_ASKED);
        return switch (bundle().state()) {
            case OPEN -> asked ? State.CORRECTION : State.REVIEW;
            case COMPLETED -> State.APPROVED;
            case PARTIAL -> State.REVIEW;
            case REFUSED -> State.REFUSED;
            case WITHDRAWN -> State.WITHDRAWN;
        };
    }

    String stateWord() {
        return view.t("casework.bundle." + bundle().state().name().toLowerCase(java.util.Locale.ROOT));
    }

    static State state(CaseFile file) {
        return state(file.state());
    }

    static State state(CaseState state) {
        return switch (state) {
            case WAITING -> State.WAITING;
            case SUBMITTED, CORRECTION_RECEIVED -> State.OPEN;
            case CHECKING, ACCEPTED -> State.REVIEW;
            case CORRECTION_ASKED -> State.CORRECTION;
            case SPECIAL_PROCEDURE -> State.PAUSED;
            case APPROVED -> State.APPROVED;
            case REFUSED, NOT_ACCEPTED, RETURNED -> State.REFUSED;
            case WITHDRAWN -> State.WITHDRAWN;
            case BLOCKED, TERMINATED -> State.BLOCKED;
        };
    }

    /** Days left in words, for a case somebody works on; empty for the others. */
    String left(CaseFile file) {
        if (!file.state().open()
                || file.state() == CaseState.WAITING
                || file.state().standsStill()) return "";
        return DueWords.words(file.standing().dueOn(), maker.clocks.areaOf(file, bundle()), maker.clocks, view);
    }

    boolean overdue(CaseFile file) {
        return file.state().open()
                && !file.state().standsStill()
                && maker.clocks.today().isAfter(file.standing().dueOn());
    }

    boolean canCorrect(CaseFile file) {
        return file.state() == CaseState.CORRECTION_ASKED;
    }

    boolean canReapply(CaseFile file) {
        return CaseStep.REAPPLY.legalFrom(file.state());
    }

    boolean canWithdraw(CaseFile file) {
        return CaseStep.WITHDRAW.legalFrom(file.state());
    }

    /** The graph of the cases as they stand, with what is handed over on the arrows. */
    Graph graph() {
        var guide = maker.catalogue.edition(bundle().edition()).guide();
        var nodes = cases().stream()
                .map(c -> new Graph.Node(
                        "c" + c.no(), view.t(c.name()), view.t(body(c)), state(c), Optional.of("#case-" + c.no())))
                .toList();
        var edges = new ArrayList<Graph.Edge>();
        for (var file : cases())
            for (int from : file.planned().after())
                edges.add(new Graph.Edge("c" + from, "c" + file.no(), passed(guide, file(from), file)));
        return new Graph(nodes, edges);
    }

    private String passed(Guide guide, CaseFile from, CaseFile to) {
        var passes = guide.item(to.item()).prerequisites().stream()
                .filter(p -> p.item().filter(from.item()::equals).isPresent()
                        || p.group()
                                .filter(g -> guide.group(g).items().contains(from.item()))
                                .isPresent())
                .flatMap(p -> p.passes().stream())
                .distinct()
                .toList();
        return guide.elements().stream()
                .filter(e -> passes.contains(e.key()))
                .map(e -> view.t(e.label()))
                .reduce((a, b) -> a + view.t("casework.where.and") + b)
                .orElse("");
    }

    /** The newest first, in words. */
    List<Moment> moments(List<Matters.Entry> timeline) {
        return timeline.stream()
                .sorted(Comparator.comparing(Matters.Entry::seq).reversed())
                .map(this::moment)
                .toList();
    }

    private Moment moment(Matters.Entry entry) {
        var about = entry.no() == 0 ? "" : view.t(file(entry.no()).name());
        String act = view.t("casework.act." + entry.act().name().toLowerCase(java.util.Locale.ROOT));
        return new Moment(
                entry.at(),
                about.isEmpty() ? act : view.t("casework.act.about", about, act),
                who(entry),
                entry.act() == CaseAct.CLOSED
                        ? ""
                        : entry.note(), // the name of a state: the sentence at the top says it
                mark(entry.act()));
    }

    /** Offices act, not persons: the applicant reads the body, an officer's name stays inside. */
    private String who(Matters.Entry entry) {
        return switch (entry.by()) {
            case APPLICANT -> who(entry, view);
            case OFFICER, ADMINISTRATOR, REGISTER -> entry.no() == 0 ? "" : view.t(body(file(entry.no())));
            case RULES -> view.t("casework.by.rules");
            case PUBLIC -> view.t("casework.by.public");
        };
    }

    /** Of an agent both names. */
    static String who(Matters.Entry entry, View view) {
        return entry.onBehalf().isEmpty() ? entry.name() : view.t("casework.by.for", entry.name(), entry.onBehalf());
    }

    static State mark(CaseAct act) {
        return switch (act) {
            case APPROVED, CHECK_CONFIRMED, CLOSED, RENEWED_BY_LAW, DELIVERED, COMMITMENT_KEPT, COMMITMENT_REPAIRED ->
                State.APPROVED;
            case PROMISE_OVERRUN, LIMIT_OVERRUN, WHOLE_OVERRUN, DELIVERY_OVERRUN -> State.REFUSED;
            case STOPPED -> State.PAUSED;
            case REFUSED,
                    NOT_ACCEPTED,
                    OWED_MISSED,
                    RETURNED,
                    COMMITMENT_BROKEN,
                    CHECK_OVERRUN,
                    OBJECTION_UPHELD,
                    OBJECTION_OVERRUN -> State.REFUSED;
            case OWED_REMINDED, OBJECTED -> State.CORRECTION;
            case CORRECTION_ASKED -> State.CORRECTION;
            case WITHDRAWN -> State.WITHDRAWN;
            case BLOCKED -> State.BLOCKED;
            case WAITING_AGAIN -> State.WAITING;
            case SUBMITTED,
                    STARTED,
                    REAPPLIED,
                    REVIEW_ASKED,
                    ADDED,
                    CORRECTION_ANSWERED,
                    OWED_SUPPLIED,
                    CHECK_CONTRADICTED,
                    CHECK_UNANSWERED -> State.OPEN;
            case ACCEPTED,
                    DEEMED_ACCEPTED,
                    RESUMED,
                    EXTENDED,
                    CALENDAR_MOVED,
                    OBJECTION_REJECTED,
                    ASSIGNED,
                    TAKEN,
                    HANDED_BACK,
                    LOOKED,
                    FILE_LOOKED,
                    PAPER_LOOKED -> State.REVIEW;
        };
    }
}

package yici.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import yici.catalogue.Guide;
import yici.kit.View;

/**
 * The cases of one application while an act is under way: what they were when the lock was taken, what the act changes, and what is to be
 * written down about it. Knows the rules of the graph and no database; {@link Bundles} loads and saves it.
 */
final class Work {

    /** Now, the clocks the law knows, and whose days count for a case. */
    interface Dates extends RunningClocks.Law {
        Instant now();

        /** The area of the body that decides it, or of the application while there is none. */
        String areaOf(CaseFile file, Bundle bundle);
    }

    /**
     * @param no 0 when it is about the whole application
     * @param at when it happened in law, which may be long before it is written down
     */
    record Line(int no, int attempt, CaseAct act, Actor by, String body, String note, Instant at) {}

    record Paper(UUID id, int no, int attempt, DocumentKind kind, Map<String, String> snapshot) {}

    record Fact(String element, String value, int from) {}

    private final Bundle bundle;
    private final Dates dates;
    private final RunningClocks clocks;
    private final Debts debts;
    private final Predicate<CaseFile> answeredByRegister;
    private Instant moment;
    private final Map<Integer, CaseFile> cases = new TreeMap<>();
    private final TreeSet<Integer> changed = new TreeSet<>();
    private final TreeSet<Integer> toCheck = new TreeSet<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Paper> papers = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();

    /** @param answeredByRegister whether a department's system can answer this check by itself */
    Work(
            Bundle bundle,
            Collection<CaseFile> cases,
            RunningClocks clocks,
            Debts debts,
            Dates dates,
            Predicate<CaseFile> answeredByRegister) {
        this.bundle = bundle;
        this.clocks = clocks;
        this.debts = debts;
        this.dates = dates;
        this.moment = dates.now();
        this.answeredByRegister = answeredByRegister;
        cases.forEach(c -> this.cases.put(c.no(), c));
    }

    /** What the law does by itself happens at its own moment, not when a job wakes up. */
    void asOf(Instant at, Runnable act) {
        var now = moment;
        moment = at;
        try {
            act.run();
        } finally {
            moment = now;
        }
    }

    /** Takes a legal step; whether it is legal is asked before, with {@link #allows}. */
    void step(int no, CaseStep step, Actor by, String note) {
        var file = get(no);
        if (!allows(no, step))
            throw new IllegalStateException(file.number(bundle) + ": " + step + " from " + file.state());
        put(file.with(
                switch (step) {
                    case START, START_CHECK, ANSWER_CORRECTION ->
                        file.standing().received(step.to(), today());
                    case CONFIRM, APPROVE, REFUSE, NOT_ACCEPT, WITHDRAW, RETURN_OWED, REFUSE_OWED, TERMINATE ->
                        file.standing()
                                .decided(step.to(), new CaseFile.Decision(moment, by.account(), by.name()), note);
                    case ACCEPT, DEEM_ACCEPTED, STOP_CLOCK, RUN_AGAIN ->
                        file.standing().undecided(step.to(), file.standing().note());
                    case HAND_TO_OFFICER, BLOCK, WAIT_AGAIN, REAPPLY, REVIEW, ASK_CORRECTION ->
                        file.standing().undecided(step.to(), note);
                }));
        CaseTime.after(step, this, no, by, note);
        if (!get(no).state().onDesk()) put(get(no).with(Optional.empty()));
        if (step == CaseStep.START_CHECK) toCheck.add(no);
    }

    boolean allows(int no, CaseStep step) {
        return step.legalFrom(get(no).state());
    }

    /** Lets the cases that wait follow what has become of those before them; ends because the graph has no cycle. */
    void settle() {
        boolean moved = true;
        for (int round = 0; moved && round <= cases.size(); round++) {
            moved = false;
            for (var file : List.copyOf(cases.values())) moved |= settle(file);
        }
        CaseTime.ofTheWhole(this);
    }

    private boolean settle(CaseFile file) {
        if (file.state() != CaseState.WAITING && file.state() != CaseState.BLOCKED) return false;
        var before = file.planned().after().stream().map(this::get).toList();
        var failed = before.stream().filter(c -> c.state().failed()).findFirst();
        if (failed.isPresent()) return block(file, failed.get());
        var unfinished =
                before.stream().filter(c -> c.state() != CaseState.APPROVED).toList();
        return unfinished.isEmpty() ? start(file) : waitFor(file, unfinished);
    }

    private boolean start(CaseFile file) {
        boolean check = file.planned().nodeType() == Guide.NodeType.VERIFY && answeredByRegister.test(file);
        step(
                file.no(),
                check ? CaseStep.START_CHECK : CaseStep.START,
                Actor.RULES,
                file.standing().note());
        if (!file.planned().after().isEmpty()) line(file.no(), CaseAct.STARTED, Actor.RULES, "");
        return true;
    }

    private boolean block(CaseFile file, CaseFile by) {
        boolean already = file.state() == CaseState.BLOCKED;
        if (already && file.standing().blockedBy().equals(Optional.of(by.no()))) return false;
        if (!already) step(file.no(), CaseStep.BLOCK, Actor.RULES, "");
        put(get(file.no()).with(get(file.no()).standing().blocked(by.no())));
        line(file.no(), CaseAct.BLOCKED, Actor.RULES, by.name().zh());
        return true;
    }

    private boolean waitFor(CaseFile file, List<CaseFile> unfinished) {
        if (file.state() == CaseState.BLOCKED) {
            step(file.no(), CaseStep.WAIT_AGAIN, Actor.RULES, "");
            line(file.no(), CaseAct.WAITING_AGAIN, Actor.RULES, "");
        }
        var last = unfinished.stream()
                .map(c -> c.standing().dueOn())
                .max(LocalDate::compareTo)
                .orElseThrow();
        var expected = CaseTime.expected(this, file, last);
        var waiting = get(file.no()).with(get(file.no()).standing().waiting(unfinished.size(), expected));
        boolean moved = !waiting.equals(file);
        put(waiting);
        return moved;
    }

    void line(int no, CaseAct act, Actor by, String note) {
        var file = Optional.ofNullable(cases.get(no));
        lines.add(new Line(
                no,
                file.map(CaseFile::attempt).orElse(1),
                act,
                by,
                file.flatMap(CaseFile::body).orElse(""),
                note,
                moment));
    }

    void paper(UUID id, int no, DocumentKind kind, Map<String, String> snapshot) {
        papers.add(new Paper(id, no, get(no).attempt(), kind, snapshot));
    }

    void handOver(int from, Map<String, String> values) {
        values.forEach((element, value) -> facts.add(new Fact(element, value, from)));
    }

    void put(CaseFile file) {
        if (file.equals(cases.put(file.no(), file))) return;
        changed.add(file.no());
    }

    CaseFile get(int no) {
        return find(no).orElseThrow(() -> new IllegalArgumentException(bundle.number() + " has no case " + no));
    }

    Optional<CaseFile> find(int no) {
        return Optional.ofNullable(cases.get(no));
    }

    Bundle bundle() {
        return bundle;
    }

    List<CaseFile> cases() {
        return List.copyOf(cases.values());
    }

    List<CaseFile> changed() {
        return changed.stream().map(this::get).toList();
    }

    /** The cases whose register is to be asked once this is committed. */
    List<CaseFile> toCheck() {
        return toCheck.stream()
                .map(this::get)
                .filter(c -> c.state() == CaseState.CHECKING)
                .toList();
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    List<Paper> papers() {
        return List.copyOf(papers);
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    int openCases() {
        return (int) cases.values().stream().filter(c -> c.state().open()).count();
    }

    BundleState state() {
        return BundleState.of(cases.values().stream().map(CaseFile::state).toList());
    }

    Dates dates() {
        return dates;
    }

    RunningClocks clocks() {
        return clocks;
    }

    Debts debts() {
        return debts;
    }

    Instant moment() {
        return moment;
    }

    /** The day of the act, in the province's time. */
    LocalDate today() {
        return LocalDate.ofInstant(moment, View.ZONE);
    }

    String areaOf(int no) {
        return no == RunningClocks.WHOLE ? bundle.area() : dates.areaOf(get(no), bundle);
    }
}

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

/**
 * The cases of one application while an act is under way: what they were when the lock was taken, what the act changes, and what is to be
 * written down about it. Knows the rules of the graph and no database; {@link Bundles} loads and saves it.
 */
final class Work {

    /** Today, and the ends of limits counted from a day. */
    interface Dates {
        Instant now();

        LocalDate today();

        LocalDate acceptBy(LocalDate received);

        LocalDate due(LocalDate from, Guide.Limit limit);
    }

    /** @param no 0 when it is about the whole application */
    record Line(int no, int attempt, CaseAct act, Actor by, String body, String note) {}

    record Paper(UUID id, int no, int attempt, DocumentKind kind, Map<String, String> snapshot) {}

    record Fact(String element, String value, int from) {}

    private final Bundle bundle;
    private final Dates dates;
    private final Predicate<CaseFile> answeredByRegister;
    private final Map<Integer, CaseFile> cases = new TreeMap<>();
    private final TreeSet<Integer> changed = new TreeSet<>();
    private final TreeSet<Integer> toCheck = new TreeSet<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Paper> papers = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();

    /** @param answeredByRegister whether a department's system can answer this check by itself */
    Work(Bundle bundle, Collection<CaseFile> cases, Dates dates, Predicate<CaseFile> answeredByRegister) {
        this.bundle = bundle;
        this.dates = dates;
        this.answeredByRegister = answeredByRegister;
        cases.forEach(c -> this.cases.put(c.no(), c));
    }

    /** Takes a legal step; whether it is legal is asked before, with {@link #allows}. */
    void step(int no, CaseStep step, Actor by, String note) {
        var file = get(no);
        if (!allows(no, step))
            throw new IllegalStateException(file.number(bundle) + ": " + step + " from " + file.state());
        put(file.with(
                switch (step) {
                    case START, START_CHECK, ANSWER_CORRECTION -> received(file, step.to());
                    case HAND_TO_OFFICER -> onDesk(file, note);
                    case BLOCK, WAIT_AGAIN, REAPPLY, ASK_CORRECTION -> undecided(file, step.to(), note);
                    case ACCEPT, DEEM_ACCEPTED ->
                        undecided(file, step.to(), file.standing().note());
                    case CONFIRM, APPROVE, REFUSE, NOT_ACCEPT, WITHDRAW ->
                        file.standing()
                                .decided(step.to(), new CaseFile.Decision(dates.now(), by.account(), by.name()), note);
                }));
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
        var waiting = get(file.no())
                .with(get(file.no())
                        .standing()
                        .waiting(
                                unfinished.size(),
                                dates.due(last, file.planned().limit())));
        boolean moved = !waiting.equals(file);
        put(waiting);
        return moved;
    }

    /** Everything is there: from today the limits run. */
    private CaseFile.Standing received(CaseFile file, CaseState next) {
        var today = dates.today();
        return new CaseFile.Standing(
                next,
                0,
                Optional.empty(),
                Optional.of(today),
                next == CaseState.CHECKING ? Optional.empty() : Optional.of(dates.acceptBy(today)),
                dates.due(today, file.planned().limit()),
                file.planned().statutory().map(l -> dates.due(today, l)),
                Optional.empty(),
                file.standing().note());
    }

    /** The limit of the whole keeps running; looking it through has its own days. */
    private CaseFile.Standing onDesk(CaseFile file, String note) {
        var s = file.standing();
        return new CaseFile.Standing(
                CaseState.SUBMITTED,
                s.waitingFor(),
                s.blockedBy(),
                s.receivedOn(),
                Optional.of(dates.acceptBy(dates.today())),
                s.dueOn(),
                s.statutoryDue(),
                Optional.empty(),
                note);
    }

    private static CaseFile.Standing undecided(CaseFile file, CaseState next, String note) {
        var s = file.standing();
        return new CaseFile.Standing(
                next,
                s.waitingFor(),
                Optional.empty(),
                s.receivedOn(),
                Optional.empty(),
                s.dueOn(),
                s.statutoryDue(),
                Optional.empty(),
                note);
    }

    void line(int no, CaseAct act, Actor by, String note) {
        var file = Optional.ofNullable(cases.get(no));
        lines.add(new Line(
                no,
                file.map(CaseFile::attempt).orElse(1),
                act,
                by,
                file.flatMap(CaseFile::body).orElse(""),
                note));
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
}

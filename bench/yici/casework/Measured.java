package yici.casework;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import yici.house.Cpu;
import yici.house.Load;
import yici.house.Server;
import yici.house.Statements;
import yici.house.Times;

/** One way, measured in several rounds, with what it cost. */
final class Measured {

    private static final int DRAFTS_PER_SECOND = 400; // of one worker; more than any way needs

    final String name;
    final Times submit = new Times();
    final Times decide = new Times();
    private final List<FourConnections> workers;
    private final List<Way> ways;
    private final Server server;
    private final List<Double> perSecond = new ArrayList<>();
    private long bundles;
    private long walBytes;
    private Cpu cpu = new Cpu(Duration.ZERO, Duration.ZERO);

    Measured(String name, List<FourConnections> workers, Server server, IntFunction<Way> way) {
        this.name = name;
        this.workers = workers;
        this.ways = IntStream.range(0, workers.size()).mapToObj(way).toList();
        this.server = server;
    }

    void round(Duration time) {
        prepare((int) time.toSeconds() * DRAFTS_PER_SECOND);
        long before = server.walBytes();
        var cpuBefore = server.cpu();
        var done = Load.repeat(workers.size(), time, worker -> bring(worker, submit, decide));
        walBytes += server.walBytes() - before;
        cpu = cpu.plus(server.cpu().since(cpuBefore));
        bundles += done.times();
        perSecond.add(done.perSecond());
    }

    /** Until everything is compiled and cached; counts for nothing. */
    void warmUp(Duration time) {
        prepare((int) time.toSeconds() * DRAFTS_PER_SECOND);
        Load.repeat(workers.size(), time, worker -> bring(worker, new Times(), new Times()));
    }

    Statements.Counted count(Statements statements, int times) {
        prepare(times);
        return statements.during(() -> {
            for (int i = 0; i < times; i++) Load.once(() -> bring(0, new Times(), new Times()));
        });
    }

    private void prepare(int drafts) {
        workers.forEach(worker -> worker.prepareDrafts(drafts));
    }

    private boolean bring(int worker, Times submit, Times decide) throws Exception {
        var draft = workers.get(worker).nextDraft();
        if (draft.isEmpty()) return false;
        var sent = submitted(ways.get(worker), draft.get(), submit);
        for (int no = 1; no <= FourConnections.CASES; no++) {
            long start = System.nanoTime();
            sent.approve(no);
            decide.add(System.nanoTime() - start);
        }
        return true;
    }

    private static Way.Sent submitted(Way way, UUID draft, Times submit) throws Exception {
        long start = System.nanoTime();
        var sent = way.submit(draft);
        submit.add(System.nanoTime() - start);
        return sent;
    }

    /** In the middle round. */
    double perSecond() {
        return perSecond.stream().sorted().toList().get(perSecond.size() / 2);
    }

    double walKilobytes() {
        return walBytes / 1000.0 / bundles;
    }

    double productMilliseconds() {
        return cpu.product().toNanos() / 1e6 / bundles;
    }

    double databaseMilliseconds() {
        return cpu.database().toNanos() / 1e6 / bundles;
    }

    /** Round by round against the other, for what disturbs one round disturbs both; the middle one counts. */
    double ratio(Measured other) {
        return IntStream.range(0, perSecond.size())
                .mapToDouble(i -> perSecond.get(i) / other.perSecond.get(i))
                .sorted()
                .toArray()[perSecond.size() / 2];
    }
}

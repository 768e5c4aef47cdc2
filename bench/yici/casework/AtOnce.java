package yici.casework;

import java.util.ArrayList;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import yici.application.Application;
import yici.house.Server;
import yici.house.Times;

/**
 * Four officers decide the four cases of a bundle at the same instant. Whoever is not answered "done" at the first try, by a database that
 * lets nobody else in or by another officer's act, is a conflict.
 */
final class AtOnce {

    final Times decide = new Times();
    int decisions;
    int conflicts;
    long deadlocks;
    long rollbacks;

    void run(FourConnections mine, int bundles, Server server) throws InterruptedException {
        mine.prepareDrafts(bundles);
        deadlocks = -server.deadlocks();
        rollbacks = -server.rollbacks();
        try (var officers = Executors.newFixedThreadPool(FourConnections.CASES)) {
            for (int i = 0; i < bundles; i++)
                decide(mine, mine.submit(mine.nextDraft().orElseThrow()), officers);
        }
        deadlocks += server.deadlocks();
        rollbacks += server.rollbacks();
    }

    private void decide(FourConnections mine, Application application, ExecutorService officers)
            throws InterruptedException {
        var barrier = new CyclicBarrier(FourConnections.CASES);
        var acts = new ArrayList<Future<Acted>>();
        for (int no = 1; no <= FourConnections.CASES; no++) {
            int mineNo = no;
            acts.add(officers.submit(() -> together(barrier, mine, application, mineNo)));
        }
        for (var act : acts) {
            decisions++;
            if (!isDone(act)) conflicts++;
        }
        if (Office.bundle(application).state() != BundleState.COMPLETED)
            throw new IllegalStateException(application.number() + " is not completed");
    }

    private Acted together(CyclicBarrier barrier, FourConnections mine, Application application, int no)
            throws InterruptedException, BrokenBarrierException {
        barrier.await();
        long start = System.nanoTime();
        try {
            return mine.approve(application, no);
        } finally {
            decide.add(System.nanoTime() - start);
        }
    }

    private static boolean isDone(Future<Acted> act) throws InterruptedException {
        try {
            return act.get() instanceof Acted.Done;
        } catch (ExecutionException e) {
            System.out.println("conflict: " + e.getCause());
            return false;
        }
    }
}

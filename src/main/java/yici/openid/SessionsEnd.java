package yici.openid;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import yici.identity.SessionEnded;
import yici.identity.Sessions;

/** When a session ends, however it ends, it ends at every party: codes and tokens at once, and each party is told. */
@Component
class SessionsEnd {

    private static final int PAGE = 500;
    private static final int PAGES = 40;

    private final AuthorizationCodes codes;
    private final Visits visits;
    private final Sessions sessions;
    private final RelyingParties parties;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SchedulerClient client;
    private volatile Runnable wake = () -> {};

    SessionsEnd(
            DataSource dataSource,
            AuthorizationCodes codes,
            Visits visits,
            Sessions sessions,
            RelyingParties parties,
            TransactionTemplate transaction,
            Clock clock) {
        this.codes = codes;
        this.visits = visits;
        this.sessions = sessions;
        this.parties = parties;
        this.transaction = transaction;
        this.clock = clock;
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .tableName(SignOnJobs.TABLE)
                .build();
    }

    void wakeBy(Runnable newWake) {
        wake = newWake;
    }

    /** In the transaction that ends the session. */
    @EventListener
    void ended(SessionEnded event) {
        transaction.executeWithoutResult(_ -> end(event.session()));
    }

    /** The person takes back what they allowed one party. */
    void endAt(UUID person, String clientId) {
        transaction.executeWithoutResult(_ -> tell(visits.endAt(person, clientId)));
    }

    /** The job: sessions that ran out by themselves. A page at a time, and other nodes take other pages. */
    void runOut() {
        for (int page = 0; page < PAGES; page++) {
            boolean more = Boolean.TRUE.equals(transaction.execute(_ -> runOutPage()));
            if (!more) return;
        }
    }

    private boolean runOutPage() {
        var due = visits.toLookAfter(PAGE);
        if (due.isEmpty()) return false;
        var open = sessions.openAmong(due);
        visits.alive(open);
        due.stream().filter(signOn -> !open.contains(signOn)).forEach(this::end);
        return true;
    }

    /** The codes first: one that is being redeemed just now is waited for, and what it began is found. */
    private void end(UUID signOn) {
        codes.endOf(signOn);
        tell(visits.endOf(signOn));
    }

    private void tell(List<Visits.Visit> ended) {
        var notices = new ArrayList<com.github.kagkarlsson.scheduler.task.TaskInstance<?>>();
        for (var visit : ended)
            if (hears(visit))
                notices.add(TellParties.TELL
                        .instance(visit.clientId() + " " + visit.sid())
                        .data(TellParties.Notice.of(visit))
                        .build());
        if (notices.isEmpty()) return;
        client.scheduleBatch(notices, clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake.run();
            }
        });
    }

    private boolean hears(Visits.Visit visit) {
        return parties.active(visit.clientId())
                .filter(party -> !party.backchannelLogoutUri().isEmpty())
                .isPresent();
    }
}

package yici.identity;

import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Apps, paper, passkeys, links to other providers, known browsers and open sessions of an account: all of it ends. */
@Component
class VoidFactors {

    private final Apps apps;
    private final RecoveryCodes papers;
    private final Devices devices;
    private final Ways ways;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;

    VoidFactors(
            Apps apps,
            RecoveryCodes papers,
            Devices devices,
            Ways ways,
            Sessions sessions,
            ApplicationEventPublisher events) {
        this.apps = apps;
        this.papers = papers;
        this.devices = devices;
        this.ways = ways;
        this.sessions = sessions;
        this.events = events;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void of(UUID account) {
        apps.removeAll(account);
        papers.removeAll(account);
        devices.forgetAll(account);
        events.publishEvent(new FactorsVoided(account));
        ways.changed(account);
        sessions.closeAll(account);
    }
}

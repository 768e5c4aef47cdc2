package yici.party;

import java.nio.file.Path;
import org.springframework.stereotype.Component;
import yici.jurisdiction.Bodies;
import yici.kit.SampleLoader;
import yici.openid.RelyingParties;

/** The sample's systems of public bodies stand at the desk as if their body had registered them, so that health and use show there. */
@Component
class LoadRegistrations implements SampleLoader {

    private final RelyingParties parties;
    private final Registrations registrations;
    private final Bodies bodies;

    LoadRegistrations(RelyingParties parties, Registrations registrations, Bodies bodies) {
        this.parties = parties;
        this.registrations = registrations;
        this.bodies = bodies;
    }

    @Override
    public String room() {
        return "party";
    }

    /** After the systems themselves. */
    @Override
    public int step() {
        return 60;
    }

    @Override
    public void load(Path sample) {
        parties.all().stream()
                .filter(party -> party.sandbox() && !party.body().isEmpty())
                .forEach(party -> bodies.find(party.body())
                        .ifPresent(body -> registrations.addOfSample(party.clientId(), body.id(), body.area())));
    }
}

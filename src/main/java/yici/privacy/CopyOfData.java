package yici.privacy;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import yici.audit.AuditLog;
import yici.identity.PersonalData;
import yici.identity.SignedIn;
import yici.identity.Trust;

/** Everything of one person, as a file a program can read (article 45: the right to copy and to move). */
@Component
class CopyOfData {

    private static final Duration JUST_NOW = Duration.ofMinutes(5);
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final List<PersonalData> rooms;
    private final AuditLog audit;
    private final Clock clock;

    CopyOfData(List<PersonalData> rooms, AuditLog audit, Clock clock) {
        this.rooms = rooms;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws yici.identity.StepUp when the person has not shown just now who they are: a screen left open gives nothing away */
    @Transactional
    byte[] copy(SignedIn me) {
        me.requireFresh(Trust.LEVEL_3, JUST_NOW, clock.instant());
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("copied_at", clock.instant().toString());
        all.put("name", me.name());
        for (var room : rooms) all.put(room.key(), room.copy(me.account()));
        audit.record(me.did(PrivacyAct.COPIED, "account:" + me.account(), "", clock.instant()));
        return MAPPER.writeValueAsBytes(all);
    }
}

package yici.feedback;

import java.util.Locale;
import yici.audit.AuditEvent;

enum FeedbackAct implements AuditEvent.Act {
    ANSWERED;

    @Override
    public String code() {
        return "feedback." + name().toLowerCase(Locale.ROOT);
    }
}

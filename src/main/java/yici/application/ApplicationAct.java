package yici.application;

import yici.audit.AuditEvent;

enum ApplicationAct implements AuditEvent.Act {
    DRAFT_BEGUN("application.draft-begun"),
    DRAFT_DISCARDED("application.draft-discarded"),
    EVIDENCE_HANDED_IN("application.evidence-handed-in"),
    EVIDENCE_TAKEN_BACK("application.evidence-taken-back"),
    EVIDENCE_OWED("application.evidence-owed"),
    PROMISE_CHOSEN("application.promise-chosen"),
    SUBMITTED("application.submitted"),
    ITEMS_ADDED("application.items-added");

    private final String code;

    ApplicationAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

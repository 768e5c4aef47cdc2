package yici.casework;

import java.util.Optional;
import java.util.UUID;
import yici.application.Agent;
import yici.application.Application;
import yici.identity.SignedIn;

/**
 * Who is behind a line of the timeline.
 *
 * @param onBehalf whose name the person acted in; empty for who acted for himself
 */
record Actor(Kind kind, Optional<UUID> account, String name, String onBehalf) {

    enum Kind {
        APPLICANT,
        OFFICER,
        ADMINISTRATOR,
        /** Anybody, without an account: who objects to a public notice. */
        PUBLIC,
        /** A department's register. */
        REGISTER,
        /** The product itself, by the rules: a case starts, a limit runs out. */
        RULES
    }

    static final Actor RULES = new Actor(Kind.RULES, Optional.empty(), "");
    static final Actor PUBLIC = new Actor(Kind.PUBLIC, Optional.empty(), "");
    static final Actor REGISTER = new Actor(Kind.REGISTER, Optional.empty(), "");

    Actor(Kind kind, Optional<UUID> account, String name) {
        this(kind, account, name, "");
    }

    static Actor applicant(UUID account, String name) {
        return new Actor(Kind.APPLICANT, Optional.of(account), name);
    }

    /** The applicant, or who acts for the applicant. */
    static Actor applicant(SignedIn me) {
        return new Actor(
                Kind.APPLICANT,
                Optional.of(me.person()),
                me.personName(),
                me.acting().isPresent() ? me.name() : "");
    }

    static Actor applicant(Application application, Optional<Agent> agent) {
        return agent.map(a -> new Actor(Kind.APPLICANT, Optional.of(a.person()), a.name(), application.applicantName()))
                .orElseGet(() -> applicant(application.applicant(), application.applicantName()));
    }

    static Actor officer(SignedIn me) {
        return new Actor(Kind.OFFICER, Optional.of(me.account()), me.name());
    }

    static Actor administrator(SignedIn me) {
        return new Actor(Kind.ADMINISTRATOR, Optional.of(me.account()), me.name());
    }

    /** As the audit log names people. */
    String code() {
        return account.map(a -> "account:" + a).orElse(kind == Kind.PUBLIC ? "public" : "system:casework");
    }
}

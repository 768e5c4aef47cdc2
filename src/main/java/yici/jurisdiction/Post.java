package yici.jurisdiction;

import java.util.Optional;
import java.util.UUID;

/**
 * What a member of staff may do, where and when.
 *
 * @param area where the post counts; an administrator's includes all areas below
 * @param body the body an officer decides for; empty for an administrator
 */
public record Post(UUID account, Role role, String area, Optional<String> body, Period period) {

    public Post {
        if ((role == Role.OFFICER) != body.isPresent())
            throw new IllegalArgumentException(
                    "an officer has a body, an administrator has none: " + role + " " + body);
    }

    public Post(UUID account, Role role, String area, Optional<String> body) {
        this(account, role, area, body, Period.SINCE_EVER);
    }

    /** Nobody holds both in the same time. */
    public boolean excludes(Post other) {
        return account.equals(other.account) && role.duty() != other.role.duty() && period.meets(other.period);
    }

    /** The same post in the same time. */
    public boolean repeats(Post other) {
        return account.equals(other.account)
                && role == other.role
                && area.equals(other.area)
                && body.equals(other.body)
                && period.meets(other.period);
    }

    public enum Role {
        /** Decides cases of a body. */
        OFFICER(Duty.OFFICE),
        /** Governs an area: its bodies and their officers, its gaps and cards, its own days off. */
        ADMINISTRATOR(Duty.OFFICE),
        /** Writes and translates what an area publishes. */
        EDITOR(Duty.OFFICE),
        /** Reviews and publishes what others wrote. */
        REVIEWER(Duty.OFFICE),
        /** Keeps the product running: settings, connections, the national calendar. Sees no case. */
        SYSTEM_ADMIN(Duty.SYSTEM),
        /** Gives and ends the posts of administrators. Does not audit. */
        SECURITY_ADMIN(Duty.SECURITY),
        /** Reads the record of acts. Changes nothing. */
        AUDIT_ADMIN(Duty.AUDIT);

        private final Duty duty;

        Role(Duty duty) {
            this.duty = duty;
        }

        public Duty duty() {
            return duty;
        }
    }

    /** One person has one of them at a time: nobody runs what he governs, gives himself powers, or audits himself (GB/T 22239). */
    public enum Duty {
        OFFICE,
        SYSTEM,
        SECURITY,
        AUDIT
    }
}

package yici.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yici.form.DataElement;
import yici.form.Rule;
import yici.jurisdiction.Area;
import yici.kit.Translated;

/**
 * One edition of the guide of a life event: everything the notice, the form, the set of evidence and the graph of cases are made from.
 * Immutable once published; an application keeps the edition it was made with.
 *
 * @param code such as 43PCN0009
 * @param lead key of the leading department
 * @param jointLimit the promised limit of the whole
 */
public record Guide(
        String code,
        Translated name,
        Audience audience,
        String series,
        String lead,
        List<String> departments,
        Limit jointLimit,
        List<Condition> conditions,
        List<Item> items,
        List<Group> groups,
        List<Evidence> evidence,
        List<Question> questions,
        List<DataElement> elements,
        Flow flow,
        Fees fees,
        Reform reform,
        Map<String, String> officialTexts,
        List<String> attachments,
        List<ServicePoint> servicePoints,
        List<Faq> faq) {

    public enum Audience {
        PERSONAL,
        LEGAL
    }

    public enum Unit {
        WORKING_DAY,
        DAY,
        HOUR,
        MONTH,
        YEAR
    }

    public record Limit(int value, Unit unit) {

        /** As clocks of the law count it. */
        public yici.calendar.Limit asClock() {
            return new yici.calendar.Limit(value, yici.calendar.Unit.valueOf(unit.name()));
        }
    }

    /** @param appliesTo item keys; empty means the whole life event */
    public record Condition(
            String key, Optional<Translated> title, Translated text, List<String> appliesTo, Optional<Rule> rule) {}

    public enum NodeType {
        /** A licence or confirmation an officer decides. */
        APPROVE,
        /** A registration an officer makes. */
        REGISTER,
        /** A check a department's system answers by itself, within a time, with an officer as fallback. */
        VERIFY,
        /** An order to a utility, a bank, a seal maker. */
        UTILITY,
        /** A payment or subsidy. */
        BENEFIT,
        /** A message another office acts on. */
        NOTICE
    }

    public enum Presence {
        NONE,
        SELF,
        BOTH_PARTIES
    }

    /**
     * A service inside the life event.
     *
     * @param department who decides, by department; the body follows from the area
     * @param externalParty a hospital, bank or company that takes part; key of departments.csv
     * @param group key of its one group
     * @param offlineOnly can only be begun at a counter
     * @param renews key of the element that holds the last day of the licence this item renews
     * @param note what a person must know before; empty when the guide says nothing
     * @param review present where the applicant may ask for another finding
     * @param assurance how well the applicant has to be known; absent for what most services ask, level 3 and no signature
     */
    public record Item(
            String key,
            Translated name,
            String department,
            Optional<String> externalParty,
            NodeType nodeType,
            Limit promised,
            Optional<Limit> statutory,
            Optional<Translated> result,
            String group,
            Presence presence,
            boolean offlineOnly,
            List<Prerequisite> prerequisites,
            List<ClockStop> clockStops,
            Optional<String> renews,
            String note,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Review> review,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Assurance> assurance) {}

    /**
     * @param trust the least level of trust, 2 to 5
     * @param signature filing it is signing: the applicant proves at that very moment who is there
     */
    public record Assurance(int trust, boolean signature) {

        public static final Assurance USUAL = new Assurance(3, false);

        public Assurance {
            if (trust < 2 || trust > 5) throw new IllegalArgumentException("no level of trust: " + trust);
        }

        Assurance and(Assurance other) {
            return new Assurance(Math.max(trust, other.trust), signature || other.signature);
        }
    }

    /**
     * An edge of the graph: this item starts when the other is finished.
     *
     * @param item the other item; empty when {@code group} names the chosen members of a group
     * @param passes keys of the data elements handed over
     * @param onlyIfIncluded no edge, and no need of the other, when it was not chosen
     */
    public record Prerequisite(
            Optional<String> item,
            Optional<String> group,
            List<String> exceptItems,
            List<String> passes,
            boolean onlyIfIncluded,
            String reason) {}

    /**
     * A public notice or objection period during which the clock stands still.
     *
     * @param notice present where the case is put before everybody by itself, once it is accepted; else an officer says when it begins
     */
    public record ClockStop(
            String name,
            Limit limit,
            String reason,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<PublicNotice> notice) {}

    /**
     * 公示.
     *
     * @param basis where the law says so, with the article
     * @param objections present where anybody concerned may object until its last day
     */
    public record PublicNotice(Translated title, Translated basis, Optional<Objections> objections) {}

    /**
     * @param clock of the law, within which the office answers each
     * @param switchesTo scenario questions and their answers: the way that is left when an objection is upheld; empty when none is
     * @param late what who comes after the last day can do
     */
    public record Objections(String clock, Map<String, String> switchesTo, Translated late) {}

    /**
     * 重新评定: who disagrees with what was found may have it found anew by the next level.
     *
     * @param clock of the law, from the day the applicant was told
     * @param levels in this order; what the last one finds is final
     * @param late what who comes later can do
     */
    public record Review(String clock, List<Area.Level> levels, Translated late) {}

    public enum GroupRule {
        ALL,
        ONE_OF,
        ANY_OF
    }

    /**
     * @param question key of the scenario question that decides its members; empty for ALL
     * @param min least number of members; 0 also for a ONE_OF that may be left out
     */
    public record Group(
            String key,
            GroupRule rule,
            List<String> items,
            Translated label,
            Optional<String> question,
            int min,
            Optional<Integer> max) {}

    public enum Necessity {
        REQUIRED,
        OPTIONAL,
        CONDITIONAL
    }

    public enum Waiver {
        /** The product makes the form from the answers. */
        AUTO_FORM,
        /** An electronic licence is attached by itself. */
        ELICENCE,
        /** A department's register confirms it. */
        INTERFACE_CHECK,
        /** Nothing waives it: the applicant hands it in. */
        NONE,
        /** Taken from what the person handed in before. */
        REUSE_PERSONAL_SPACE
    }

    /**
     * A document asked for (CPSV-AP Evidence).
     *
     * @param usedBy items that need it; a required one counts only when one of them is chosen
     * @param when in which case it is needed, in words; empty when always
     * @param source who issues it: APPLICANT, GOVERNMENT, OTHER
     * @param owe present where the application is taken without it (容缺受理); left out of the kept text where it is not, so that an edition
     *     without it says what it always said
     * @param commitment present where a promise may stand for it (告知承诺制)
     */
    public record Evidence(
            String key,
            String code,
            Translated name,
            List<String> usedBy,
            Necessity necessity,
            String when,
            String source,
            String sourceText,
            int copies,
            String paper,
            String acceptStandard,
            String fillingNote,
            String basis,
            Waiver waiver,
            Optional<Translated> waiverReason,
            String photoSpec,
            List<String> blankForms,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Owe> owe,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Commitment> commitment) {}

    /**
     * A document that is not the heart of the matter and may come after the application.
     *
     * @param limit from the day the office has the rest
     * @param missed what becomes of the case without it
     */
    public record Owe(Limit limit, Missed missed) {}

    public enum Missed {
        /** Ended without a decision: everything can be handed in anew. */
        RETURN,
        /** Decided against, with reasons and remedies. */
        REFUSE
    }

    /**
     * A promise instead of a proof: what a person is told before choosing, and the words of the promise.
     *
     * @param version of the words; an application keeps the words it was made with
     * @param check how long the office takes, from its approval, to see whether the promise is kept
     */
    public record Commitment(
            String version,
            Limit check,
            Translated conditions,
            Translated standards,
            Translated duties,
            Translated consequences,
            Translated promise) {}

    public enum QuestionType {
        SINGLE,
        MULTI,
        BOOLEAN
    }

    /** A scenario question. */
    public record Question(String key, Translated text, QuestionType type, List<Choice> choices) {}

    public record Choice(String key, Translated label, List<Effect> effects) {}

    public enum EffectKind {
        INCLUDE_ITEM,
        EXCLUDE_ITEM,
        REQUIRE_MATERIAL,
        WAIVE_MATERIAL,
        REQUIRE_NOTE,
        FAIL_CONDITION,
        CHECK_CONDITION,
        SET_FIELD,
        REPEAT_CASE,
        FALLBACK_SINGLE_ITEMS,
        START_PUBLIC_NOTICE,
        SWITCH_PATH,
        BLOCK_UNTIL,
        FORCE_OFFLINE,
        SCHEDULE_JOINT_VISIT,
        LINK_EARLIER_CASE;

        /** In which list of the guide it finds what it is about. */
        public String list() {
            return switch (this) {
                case INCLUDE_ITEM, EXCLUDE_ITEM, REPEAT_CASE, BLOCK_UNTIL, FORCE_OFFLINE, SCHEDULE_JOINT_VISIT ->
                    "items";
                case REQUIRE_MATERIAL, WAIVE_MATERIAL, REQUIRE_NOTE -> "evidence";
                case FAIL_CONDITION, CHECK_CONDITION -> "conditions";
                case SET_FIELD -> "elements";
                case FALLBACK_SINGLE_ITEMS, START_PUBLIC_NOTICE, LINK_EARLIER_CASE -> "groups";
                case SWITCH_PATH -> "questions";
            };
        }
    }

    /** @param value text, number or boolean as text; empty when the effect has none */
    public record Effect(EffectKind kind, String ref, String value) {}

    public record Flow(Translated text, List<Step> steps) {}

    /** @param actor APPLICANT, WINDOW (the joint counter), LEAD_UNIT, SYSTEM, ALL (every department that takes part), or a key of departments.csv */
    public record Step(int number, Translated name, String actor) {}

    /** @param note may be empty */
    public record Fees(boolean charged, List<String> items, String note) {}

    /** Before and after the reform; empty where the source has no figures. */
    public record Reform(Optional<Effort> before, Optional<Effort> after) {}

    public record Effort(int days, int visits, int materials, int steps) {}

    /** Every text may be empty: the source has not read it. */
    public record ServicePoint(
            String area,
            String name,
            String address,
            String hours,
            String consultPhone,
            String complaintPhone,
            String leadBody) {}

    public record Faq(Translated question, Translated answer) {}

    /** The answers to scenario questions that lead to what is left of an item when its public notice met an upheld objection. */
    public Map<String, String> otherWay(String item) {
        return item(item).clockStops().stream()
                .flatMap(stop -> stop.notice().stream())
                .flatMap(notice -> notice.objections().stream())
                .map(Objections::switchesTo)
                .findFirst()
                .orElse(Map.of());
    }

    public Item item(String key) {
        return items.stream()
                .filter(i -> i.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code + " has no item " + key));
    }

    /** What filing these items together asks. */
    public Assurance assurance(List<String> chosen) {
        return chosen.stream()
                .map(key -> item(key).assurance().orElse(Assurance.USUAL))
                .reduce(Assurance::and)
                .orElse(Assurance.USUAL);
    }

    public Group group(String key) {
        return groups.stream()
                .filter(g -> g.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code + " has no group " + key));
    }

    public Evidence evidence(String key) {
        return evidence.stream()
                .filter(e -> e.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code + " has no evidence " + key));
    }
}

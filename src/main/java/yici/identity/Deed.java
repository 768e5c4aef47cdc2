package yici.identity;

/** What can be asked of {@link Policy}. */
public enum Deed {
    /** Begin, follow, change, withdraw what one has filed oneself. */
    OWN_MATTER,
    /** Open, take, examine and decide a case, and look at its papers and files. */
    HANDLE_CASE,
    /** Say which body decides a case that none decides. */
    FILL_GAP,
    SEE_CARD,
    EXPLAIN_CARD,
    SETTLE_CARD,
    SEE_POST,
    /** Give a post or end it. */
    MANAGE_POST,
    /** Be the second person where two are needed. */
    COUNTERSIGN,
    SEE_CALENDAR,
    /** Say which days are off; without an area: in the whole country. */
    PUBLISH_DAYS,
    SEE_CLOCKS,
    /** Change what an area offers in a life event; in the province's own area: the standard. */
    DRAFT_GUIDE,
    /** Connections to department systems. */
    OPERATE_REGISTERS,
    /** The keys that sign-ons are signed with. */
    OPERATE_SIGN_ON,
    /** Register and keep a system that people sign on to. */
    KEEP_PARTY,
    SEE_PARTY,
    /** Let such a system into production, give it back, stop it. */
    JUDGE_PARTY,
    READ_AUDIT,
    /** What is wrong with the guides of an area. */
    SEE_FINDINGS,
    /** How far areas have come apart on a life event. */
    SEE_DRIFT,
    /** Ask an area to take again what the level above it has. */
    PROPOSE_STANDARD,
    /** Say yes or no to that. */
    ANSWER_PROPOSAL,
    /** Take records of the catalogue from files, and confirm what another has brought. */
    EXCHANGE_CATALOGUE,
    /** See what too many wrong attempts have locked, and end it early. */
    END_LOCK,
    /** Compare a person with the document, and act for a citizen who stands there. */
    HELP_AT_COUNTER,
    /** Of those no register tells of. */
    DECIDE_GUARDIANSHIP,
    /** Ask that a power be handed over, taken back or replaced, and confirm what another asked; by the area of the body that gives it. */
    KEEP_DELEGATION,
    /** Write and translate what an area publishes, and send it to be reviewed. */
    WRITE_WORK,
    /** Review, publish and withdraw what another wrote. */
    REVIEW_WORK,
    /** Say what the own site of an area is called, how it looks and what its home page is made of. */
    KEEP_SITE,
    /** What readers say of an area's pages. */
    ANSWER_FEEDBACK,
    /** What people wish to be done with their own data. */
    ANSWER_DATA_REQUEST
}

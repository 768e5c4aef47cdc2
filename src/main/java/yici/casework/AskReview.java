package yici.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.calendar.ClockRule;
import yici.catalogue.Catalogue;
import yici.catalogue.Guide;
import yici.identity.SignedIn;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.PublicBody;
import yici.kit.NotFound;

/**
 * 重新评定: who disagrees with what was found has it found anew by the next level, as far as the guide's levels go; the last word is the last
 * level's. The clock of the law runs from the day the applicant was told, which is when the decision was opened. What other cases began on
 * the earlier finding goes on: it stands until another takes its place.
 */
@Component
class AskReview {

    static final int LONGEST_REASON = 2000;

    /** What of a case may be objected to now. */
    sealed interface Standing {
        /**
         * @param by its last day; empty while the applicant has not opened the decision
         * @param next who finds anew
         */
        record Possible(ClockRule rule, Optional<LocalDate> by, PublicBody next) implements Standing {}

        /** @param late what can still be done */
        record TooLate(ClockRule rule, LocalDate lastDay, Guide.Review review) implements Standing {}

        /** The last level has found. */
        record Final() implements Standing {}

        /** Not decided, or nothing that is found. */
        record None() implements Standing {}
    }

    sealed interface Asked {
        record Done() implements Asked {}

        record NotPossible(Standing why) implements Asked {}

        record NoReason() implements Asked {}
    }

    private final JdbcClient db;
    private final ApplicantsHand hand;
    private final LawTakesEffect law;
    private final Catalogue catalogue;
    private final Areas areas;
    private final Bodies bodies;
    private final Clocks clocks;

    AskReview(
            JdbcClient db,
            ApplicantsHand hand,
            LawTakesEffect law,
            Catalogue catalogue,
            Areas areas,
            Bodies bodies,
            Clocks clocks) {
        this.db = db;
        this.hand = hand;
        this.law = law;
        this.catalogue = catalogue;
        this.areas = areas;
        this.bodies = bodies;
        this.clocks = clocks;
    }

    @Transactional
    public Asked ask(SignedIn me, UUID application, int no, String reason) {
        var work = hand.open(me, application);
        law.takesEffect(work);
        var file = work.find(no).orElseThrow(() -> new NotFound("case"));
        var standing = standing(work.bundle(), file, work.clocks());
        Asked asked = switch (standing) {
            case Standing.Possible(var _, var _, var next) ->
                reason.isBlank() ? new Asked.NoReason() : ask(Actor.applicant(me), work, file, next, reason.strip());
            case Standing.TooLate _, Standing.Final _, Standing.None _ -> new Asked.NotPossible(standing);
        };
        hand.close(work);
        return asked;
    }

    private static Asked ask(Actor by, Work work, CaseFile file, PublicBody next, String reason) {
        int no = file.no();
        work.put(file.pointingTo(next.id()).again(work.today()));
        work.step(no, CaseStep.REVIEW, by, reason);
        work.line(no, CaseAct.REVIEW_ASKED, by, reason);
        return new Asked.Done();
    }

    /** The applicant has opened the decision: from now on the clock runs. */
    void told(Work work, int no) {
        var file = work.get(no);
        review(work.bundle(), file)
                .filter(_ -> CaseStep.REVIEW.legalFrom(file.state()))
                .filter(r -> work.clocks().find(key(file, r)).isEmpty())
                .filter(r -> next(work.bundle(), file, r).isPresent())
                .ifPresent(r -> CaseTime.begin(work, no, r.clock(), CaseTime.limitOf(work, r.clock())));
    }

    Standing standing(Bundle bundle, CaseFile file, RunningClocks running) {
        var review = review(bundle, file);
        if (review.isEmpty() || !CaseStep.REVIEW.legalFrom(file.state())) return new Standing.None();
        var next = next(bundle, file, review.get());
        if (next.isEmpty()) return new Standing.Final();
        var clock = running.find(key(file, review.get()));
        var rule = running.law().rule(review.get().clock());
        return clock.filter(this::isOver)
                .<Standing>map(c -> new Standing.TooLate(rule, c.dates().due().orElseThrow(), review.get()))
                .orElseGet(() ->
                        new Standing.Possible(rule, clock.flatMap(c -> c.dates().due()), next.get()));
    }

    /** Also where nobody was awake yet to write it down. */
    private boolean isOver(CaseClock clock) {
        return !clock.isOpen()
                || clock.dates().due().filter(clocks.today()::isAfter).isPresent();
    }

    /** Each review asked for leads one level up. */
    private Optional<PublicBody> next(Bundle bundle, CaseFile file, Guide.Review review) {
        int asked = db.sql("""
                        select count(*) from casework.act
                        where application_id = :id and no = :no and kind = 'REVIEW_ASKED'
                        """)
                .param("id", bundle.application())
                .param("no", file.no())
                .query(Integer.class)
                .single();
        if (asked >= review.levels().size()) return Optional.empty();
        return above(bundle, review.levels().get(asked))
                .flatMap(area -> bodies.deciding(List.of(file.planned().department()), area.code()).values().stream()
                        .findFirst());
    }

    private Optional<Area> above(Bundle bundle, Area.Level level) {
        return areas.path(bundle.area()).stream()
                .filter(area -> area.level() == level)
                .findFirst();
    }

    private Optional<Guide.Review> review(Bundle bundle, CaseFile file) {
        return catalogue.edition(bundle.edition()).guide().item(file.item()).review();
    }

    private static CaseClock.Key key(CaseFile file, Guide.Review review) {
        return new CaseClock.Key(file.no(), file.attempt(), review.clock());
    }
}

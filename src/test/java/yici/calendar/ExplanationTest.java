package yici.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static yici.calendar.Published.CALENDAR;
import static yici.calendar.Published.clock;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yici.calendar.Explanation.Nature;
import yici.kit.Language;
import yici.kit.Page;
import yici.kit.Translated;
import yici.kit.View;
import yici.kit.Words;

class ExplanationTest {

    private static final Words WORDS = new Words();
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 12);

    /** Told on Thursday 26 February that experts look at it until 4 March. */
    private static final LegalClock EXTENDED = extended();

    private static LegalClock extended() {
        var paused = (LegalClock.Pausing.Done) clock("licence.decision", "2026-02-10")
                .pause(
                        Cause.EXPERT_REVIEW,
                        new Article("licence", "45"),
                        LocalDate.of(2026, 2, 26),
                        Optional.of(LocalDate.of(2026, 3, 4)),
                        CALENDAR);
        var resumed = (LegalClock.Resuming.Done) paused.clock().resume(LocalDate.of(2026, 3, 4));
        return ((LegalClock.Extending.Done) resumed.clock()
                        .extend(
                                Limit.workingDays(10),
                                Optional.of(Approver.HEAD_OF_AUTHORITY),
                                LocalDate.of(2026, 3, 18),
                                CALENDAR))
                .clock();
    }

    @Test
    void every_stretch_says_what_it_is() {
        var ranges = Reckoning.explain(EXTENDED, CALENDAR).ranges();

        assertThat(ranges)
                .extracting(Explanation.Range::nature)
                .startsWith(
                        Nature.EVENT,
                        Nature.COUNTED,
                        Nature.MAKE_UP,
                        Nature.HOLIDAY,
                        Nature.COUNTED,
                        Nature.PAUSED,
                        Nature.COUNTED);
        assertThat(ranges.get(2).first().occasion()).isEqualTo("春节");
        assertThat(ranges.get(3).first().day()).isEqualTo("2026-02-15");
        assertThat(ranges.get(3).last().day()).isEqualTo("2026-02-23");
        assertThat(ranges.get(5).first().day()).isEqualTo("2026-02-27");
        assertThat(ranges.get(5).last().day()).isEqualTo("2026-03-04");
        assertThat(ranges.get(5).first().cause()).hasValue(Cause.EXPERT_REVIEW);
        assertThat(ranges)
                .filteredOn(r -> r.first().extended().isPresent())
                .singleElement()
                .satisfies(r -> assertThat(r.first().day()).isEqualTo("2026-03-18"));
        assertThat(ranges.getLast().last().nth()).isEqualTo(30);
    }

    @Test
    void an_end_that_moves_from_a_day_off_says_so() {
        var lines = Reckoning.explain(clock("petition.inform", "2026-02-06"), CALENDAR)
                .lines(); // ends in Spring Festival

        assertThat(lines.getLast().nature()).isEqualTo(Nature.MOVED);
        assertThat(lines.getLast().day()).isEqualTo("2026-02-24");
        assertThat(lines.get(lines.size() - 2).nature()).isEqualTo(Nature.HOLIDAY);
        assertThat(lines).filteredOn(line -> line.nature().counts()).hasSize(15);
    }

    @Test
    void what_is_counted_back_is_explained_from_the_day_to_act_by_to_the_event() {
        var lines = Reckoning.explain(clock("licence.hearing-notice", "2026-03-02"), CALENDAR)
                .lines();

        assertThat(lines.getFirst().last()).isTrue();
        assertThat(lines.getFirst().nth()).isEqualTo(7);
        assertThat(lines.getLast().nature()).isEqualTo(Nature.EVENT);
    }

    @Test
    void a_clock_that_stands_still_is_explained_until_its_planned_end() {
        var paused = (LegalClock.Pausing.Done) clock("licence.decision", "2026-11-02")
                .pause(
                        Cause.HEARING,
                        new Article("licence", "47"),
                        LocalDate.of(2026, 11, 9),
                        Optional.of(LocalDate.of(2026, 11, 16)),
                        CALENDAR);
        var explanation = Reckoning.explain(paused.clock(), CALENDAR);

        assertThat(explanation.due()).isInstanceOf(Due.Stopped.class);
        assertThat(explanation.lines().getLast().nature()).isEqualTo(Nature.PAUSED);
        assertThat(explanation.lines().getLast().day()).isEqualTo("2026-11-16");
    }

    @ParameterizedTest
    @EnumSource
    void it_is_drawn_in_every_language(Language language) {
        var view = view(language);
        var html = drawn(view, EXTENDED);

        assertThat(html)
                .contains(
                        view.t("calendar.explanation.title"),
                        view.t("calendar.holiday.spring-festival"),
                        view.t("calendar.cause.expert-review"),
                        view.t("calendar.approver.head-of-authority"),
                        view.t("calendar.law.licence"),
                        "<details",
                        "2026-02-14");
        assertThat(html).doesNotContain("calendar.", "{0}");
    }

    @Test
    void a_due_date_is_said_in_one_line() {
        var english = view(Language.EN);
        var decision = clock("licence.decision", "2026-02-10");

        assertThat(ClockWords.due(view(Language.ZH), decision, CALENDAR, TODAY)).isEqualTo("截至 2026年3月16日（还剩 18 个工作日）");
        assertThat(ClockWords.due(english, decision, CALENDAR, TODAY))
                .isEqualTo("until March 16, 2026 (18 working days left)");
        assertThat(ClockWords.left(english, decision, CALENDAR, LocalDate.of(2026, 3, 13)))
                .isEqualTo("1 working day left");
        assertThat(ClockWords.left(english, decision, CALENDAR, LocalDate.of(2026, 3, 16)))
                .isEqualTo("today is the last day");
        assertThat(ClockWords.left(english, decision, CALENDAR, LocalDate.of(2026, 3, 18)))
                .isEqualTo("2 working days overdue");
        assertThat(ClockWords.provisional(english, clock("licence.decision", "2026-12-15"), CALENDAR))
                .hasValue("Provisional: the calendar of 2027 is not published yet; the date may move when it is");
        assertThat(ClockWords.provisional(english, decision, CALENDAR)).isEmpty();
    }

    @Test
    void every_refusal_cause_silence_and_supervision_has_its_words() {
        for (var language : Language.values()) {
            var view = view(language);
            for (var reason : LegalClock.Pausing.Reason.values())
                said(ClockWords.refused(view, new LegalClock.Pausing.Refused(reason, new Article("licence", "45"))));
            for (var reason : LegalClock.Extending.Reason.values())
                said(ClockWords.refused(view, new LegalClock.Extending.Refused(reason, new Article("licence", "42"))));
            for (var reason : LegalClock.Resuming.Reason.values())
                said(ClockWords.refused(view, new LegalClock.Resuming.Refused(reason)));
            for (var cause : Cause.values()) said(ClockWords.cause(view, cause));
            for (var silence : Silence.values()) said(ClockWords.silence(view, silence));
            for (var supervision : Supervision.values()) said(ClockWords.supervision(view, supervision));
            for (var approver : Approver.values()) said(ClockWords.approver(view, approver));
            for (var unit : Unit.values()) said(ClockWords.limit(view, new Limit(1, unit)));
            for (var rule : ClocksFile.read(Published.CLOCKS))
                said(rule.article().in(view));
        }
    }

    private static void said(String words) {
        assertThat(words).isNotBlank().doesNotContain("calendar.", "{");
    }

    private static String drawn(View view, LegalClock clock) {
        var out = new StringOutput();
        JteexplanationGenerated.render(
                new OwaspHtmlTemplateOutput(out),
                Page.PLAIN,
                view,
                Reckoning.explain(clock, CALENDAR),
                "explanation",
                false);
        return out.toString();
    }

    private static View view(Language language) {
        var province = new View.Place("430000000000", Translated.zh("湖南省"), 0);
        return new View(language, WORDS, "/", "", "token", Optional.empty(), province, List.of(province), false);
    }
}

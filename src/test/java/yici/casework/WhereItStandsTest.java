package yici.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import yici.catalogue.Guide;
import yici.kit.Language;
import yici.kit.Translated;
import yici.kit.View;
import yici.kit.Words;

class WhereItStandsTest {

    private static final Words WORDS = new Words();
    private static final LocalDate DUE = LocalDate.of(2026, 12, 10);

    @Test
    void the_applicant_reads_who_holds_it_until_when_and_what_comes_next() {
        var cases = List.of(file(1, "出生医学证明", CaseState.SUBMITTED), file(2, "出生登记", CaseState.WAITING, 1));

        assertThat(sentence(BundleState.OPEN, cases, Language.ZH))
                .isEqualTo("“出生医学证明”在卫生健康局，2026年11月30日 前告诉您是否受理，2026年12月10日 前办完。 办好后接着办：“出生登记”。");
    }

    @Test
    void a_correction_comes_before_everything_else_because_it_waits_for_the_applicant() {
        var cases = List.of(file(1, "食品经营许可", CaseState.ACCEPTED), file(2, "消防检查", CaseState.CORRECTION_ASKED));

        assertThat(sentence(BundleState.OPEN, cases, Language.ZH)).isEqualTo("等您补正：“消防检查”。补好后，部门会继续办理。");
    }

    @Test
    void what_is_owed_is_told_with_its_day() {
        var cases = List.of(file(1, "残疾人证新办", CaseState.ACCEPTED));
        var owed = List.of(owes(1, Optional.of(LocalDate.of(2026, 12, 1))));

        assertThat(places(BundleState.OPEN, cases).ofAll(view(Language.ZH), owed))
                .endsWith("前作出决定。 还欠材料“病历”，请在 2026年12月1日 前补交。");
        assertThat(places(BundleState.OPEN, cases).ofAll(view(Language.ZH), List.of(owes(1, Optional.empty()))))
                .endsWith("还欠材料“病历”，请尽快补交。");
    }

    @Test
    void what_is_owed_in_a_case_that_has_ended_is_not_asked_for_any_more() {
        var cases = List.of(file(1, "残疾人证新办", CaseState.REFUSED));
        var places = places(BundleState.REFUSED, cases);

        assertThat(places.ofAll(view(Language.ZH), List.of(owes(1, Optional.empty()))))
                .isEqualTo(places.ofAll(view(Language.ZH)));
    }

    private static DebtStore.Owed owes(int no, Optional<LocalDate> by) {
        var debt = new Debt(no, "records", Translated.zh("病历"), 10, Guide.Missed.RETURN, Optional.empty());
        return new DebtStore.Owed(debt, by);
    }

    @Test
    void several_departments_at_once_are_told_in_one_sentence_with_the_last_day() {
        var cases = List.of(file(1, "A", CaseState.ACCEPTED), file(2, "B", CaseState.SUBMITTED));

        assertThat(sentence(BundleState.OPEN, cases, Language.EN))
                .isEqualTo("2 parts are being handled at the same time by 卫生健康局, the last by December 10, 2026.");
    }

    @Test
    void a_partial_outcome_names_what_was_not_granted_and_the_way_on() {
        var cases = List.of(file(1, "食品经营许可", CaseState.APPROVED), file(2, "消防检查", CaseState.REFUSED));

        assertThat(sentence(BundleState.PARTIAL, cases, Language.ZH))
                .isEqualTo("已办成 1 项，1 项未办成：“消防检查”。改好以后可以单独重新申请，其余不受影响。");
    }

    @Test
    void what_an_objection_has_ended_is_not_said_to_be_open_to_another_try() {
        var cases = List.of(
                file(1, "清税", CaseState.APPROVED),
                file(2, "注销登记", CaseState.TERMINATED),
                file(3, "印章注销", CaseState.BLOCKED, 2));
        var places = places(BundleState.PARTIAL, cases);

        assertThat(places.ofAll(view(Language.ZH))).contains("注销登记", "改走其他程序").doesNotContain("单独重新申请");
        assertThat(places.ofCase(cases.getLast(), view(Language.ZH))).contains("不再办理");
    }

    @Property(tries = 300)
    void every_state_has_its_sentence_in_all_five_languages(@ForAll @Size(min = 1, max = 6) List<CaseState> states) {
        var cases = new ArrayList<CaseFile>();
        for (int i = 0; i < states.size(); i++) cases.add(file(i + 1, "事项" + i, states.get(i), i == 0 ? 0 : i));
        for (var language : Language.values()) {
            var where = new WhereItStands(bundle(BundleState.of(states)), cases, names());

            assertThat(where.ofAll(view(language))).isNotBlank().doesNotContain("{", "casework.");
            for (var file : cases)
                assertThat(where.ofCase(file, view(language))).isNotBlank().doesNotContain("{", "casework.");
        }
    }

    private static String sentence(BundleState state, List<CaseFile> cases, Language language) {
        return places(state, cases).ofAll(view(language));
    }

    private static WhereItStands places(BundleState state, List<CaseFile> cases) {
        return new WhereItStands(bundle(state), cases, names());
    }

    private static WhereItStands.Names names() {
        return new WhereItStands.Names(_ -> Translated.zh("卫生健康局"));
    }

    private static CaseFile file(int no, String name, CaseState state, int... after) {
        var before = new ArrayList<Integer>();
        for (int a : after) if (a > 0) before.add(a);
        return new CaseFile(
                new CaseFile.Planned(
                        no,
                        "item-" + no,
                        Translated.zh(name),
                        Guide.NodeType.APPROVE,
                        "health",
                        new Guide.Limit(10, Guide.Unit.WORKING_DAY),
                        Optional.empty(),
                        List.of(),
                        before,
                        Optional.empty()),
                1,
                LocalDate.of(2026, 11, 23),
                Optional.of("health@430523000000"),
                Optional.empty(),
                new CaseFile.Standing(
                        state,
                        before.size(),
                        state == CaseState.BLOCKED ? Optional.of(Math.max(1, no - 1)) : Optional.empty(),
                        Optional.of(LocalDate.of(2026, 11, 23)),
                        new CaseFile.Time(
                                Optional.of(LocalDate.of(2026, 11, 30)),
                                DUE,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                Optional.empty()),
                        state.decided()
                                ? Optional.of(new CaseFile.Decision(
                                        Instant.parse("2026-11-25T02:00:00Z"), Optional.empty(), "张三"))
                                : Optional.empty(),
                        ""),
                Optional.empty());
    }

    private static Bundle bundle(BundleState state) {
        return new Bundle(
                new UUID(0, 1),
                "430523-261123-000001-3",
                "43PCN0009",
                Translated.zh("新生儿出生一件事"),
                new UUID(0, 2),
                "430523000000",
                "430523000000",
                new UUID(0, 3),
                "李娜",
                state,
                0,
                1,
                0,
                Instant.parse("2026-11-23T08:00:00Z"),
                DUE,
                Optional.of(Instant.parse("2026-12-01T08:00:00Z")));
    }

    private static View view(Language language) {
        return new View(
                language,
                WORDS,
                "/my",
                "",
                "",
                Optional.empty(),
                new View.Place("430000000000", Translated.zh("湖南省"), 0),
                List.of(),
                false);
    }
}

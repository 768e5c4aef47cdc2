package yici.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static yici.delegation.Handed.bean;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import yici.delegation.AnswerDelegation.Answered;
import yici.house.People;
import yici.house.Product;
import yici.identity.StepUp;
import yici.kit.Forbidden;
import yici.kit.NotFound;
import yici.kit.Translated;
import yici.kit.View;

/** Registering, confirming, recalling and replacing; each test with a power of its own in 娄底市 and 新化县. */
class DelegationTest {

    private static final String CITY = "431300000000";
    private static final String COUNTY = "431322000000";
    private static final String OTHER_COUNTY = "431321000000";
    private static final LocalDate TODAY = LocalDate.now(View.ZONE);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final LocalDate LATER = TODAY.plusDays(10);

    private final Delegations delegations = bean(Delegations.class);
    private final People.Someone city = People.administrator(CITY);
    private final People.Someone province = People.administrator("430000000000");

    @Test
    void what_one_asks_for_counts_once_another_has_confirmed_it_and_from_its_first_day() {
        var power = "43PCN0012/job-service";
        Handed.byLaw(power, CITY, TOMORROW);
        var asked = register(city, Handed.typed(power, "devolved", COUNTY, LATER, "receiver"));
        var number = ((Asked.Waits) asked).number();

        assertThat(decides(power, "disabled-federation", LATER)).isEqualTo("disabled-federation@" + CITY);
        assertThat(bean(AnswerDelegation.class).confirm(city.justNow(), number)).isEqualTo(new Answered.Own());
        assertThat(bean(AnswerDelegation.class).confirm(province.justNow(), number))
                .isInstanceOf(Answered.Done.class);
        assertThat(decides(power, "disabled-federation", LATER)).isEqualTo("disabled-federation@" + COUNTY);
        assertThat(decides(power, "disabled-federation", LATER.minusDays(1))).isEqualTo("disabled-federation@" + CITY);
        assertThat(decides(power, "disabled-federation", TODAY)).isEqualTo("disabled-federation@" + COUNTY);
    }

    @Test
    void no_two_records_are_valid_on_one_day_for_one_power_and_area() {
        var power = "43PCN0012/training";
        var first = Handed.byLaw(power, CITY, LATER);

        assertThat(flaws(Handed.typed(power, "statutory", CITY, LATER.plusDays(5), "receiver")))
                .containsExactly(Flaw.of("power", "conflict", first, LATER));
        assertThat(flaws(Handed.typed(power, "statutory", CITY, TOMORROW, "receiver")
                        .with("until", "" + LATER)))
                .extracting(Flaw::key)
                .containsExactly("conflict");
        assertThat(flaws(Handed.typed(power, "statutory", CITY, TOMORROW, "receiver")
                        .with("until", "" + LATER.minusDays(1))))
                .isEmpty();
    }

    @Test
    void of_two_who_ask_in_the_same_instant_one_is_told_of_the_other() throws Exception {
        var typed = Handed.typed("43PCN0012/pension-enrol", "statutory", CITY, LATER, "receiver");
        try (var two = Executors.newFixedThreadPool(2)) {
            var asked = two.invokeAll(
                    List.<Callable<Asked>>of(() -> register(city, typed), () -> register(province, typed)));

            assertThat(List.of(asked.getFirst().get(), asked.getLast().get()))
                    .hasAtLeastOneElementOfType(Asked.Waits.class)
                    .hasAtLeastOneElementOfType(Asked.Flawed.class);
        }
    }

    @Test
    void only_who_has_a_power_hands_it_down_and_nobody_takes_one_that_came_down_for_his_own() {
        var power = "43PCN0012/card-lost";
        assertThat(flaws(Handed.typed(power, "devolved", COUNTY, LATER, "receiver")))
                .extracting(Flaw::key)
                .containsExactly("self");
        var city = Handed.byLaw(power, CITY, TOMORROW);

        assertThat(flaws(Handed.typed(power, "statutory", COUNTY, LATER, "receiver")))
                .extracting(Flaw::key)
                .containsExactly("statutory.held");
        assertThat(flaws(Handed.typed(power, "devolved", "431381000000", LATER, "receiver")
                        .with("areas", "新化县")
                        .with("until", "" + LATER)))
                .isEmpty();
        assertThat(flaws(Handed.typed(power, "authorised_across", COUNTY, LATER.plusDays(5), "receiver")
                        .with("department", "civil-affairs")))
                .extracting(Flaw::key)
                .containsExactly("level.across");
        assertThat(city).matches("[0-9]{4}-[0-9]{4}");
    }

    @Test
    void what_was_entrusted_is_not_handed_on() {
        var power = "43PCN0012/card-cancel";
        Handed.byLaw(power, "430000000000", TOMORROW);
        var entrusted = Handed.over(power, "entrusted_down", CITY, LATER, "giver");

        assertThat(flaws(Handed.typed(power, "devolved", COUNTY, LATER.plusDays(1), "receiver")))
                .containsExactly(Flaw.of("mode", "chain", entrusted));
        Handed.recalled(entrusted, LATER.plusDays(2));
    }

    @Test
    void what_is_handed_on_does_not_outlast_its_ground_and_the_ground_is_not_taken_from_under_it() {
        var power = "43PCN0012/card-move";
        var ground = Handed.byLaw(power, CITY, TOMORROW);
        var above = Handed.over(power, "devolved", COUNTY, LATER, "receiver");
        var typed = new Typed(Map.of("from", "" + LATER.plusDays(3), "reason", "机构调整"));

        var refused = bean(RecallDelegation.class).recall(city.justNow(), ground, false, typed);
        assertThat(refused).isEqualTo(new Asked.Flawed(List.of(Flaw.of("from", "resting", above, LATER))));
        Handed.recalled(above, LATER.plusDays(3));
        assertThat(bean(RecallDelegation.class).recall(city.justNow(), ground, true, typed))
                .isEqualTo(new Asked.Waits(ground));
        Handed.confirm(ground);
        assertThat(flaws(Handed.typed(power, "devolved", OTHER_COUNTY, LATER, "receiver")))
                .containsExactly(Flaw.of("until", "ground.ends", ground, LATER.plusDays(2)));
    }

    @Test
    void a_replacement_ends_the_old_record_on_its_own_first_day_and_both_tell_of_it() {
        var power = "43PCN0012/grade-change";
        Handed.byLaw(power, CITY, TOMORROW);
        var old = Handed.over(power, "entrusted_down", COUNTY, LATER, "giver");
        var typed = Handed.typed("", "devolved", COUNTY, LATER.plusDays(20), "receiver");

        assertThat(bean(ReplaceDelegation.class).replace(city.justNow(), old, typed))
                .isEqualTo(new Asked.Flawed(List.of(Flaw.of("reason", "reason.missing"))));
        var asked = bean(ReplaceDelegation.class).replace(city.justNow(), old, typed.with("reason", "改为下放"));
        var number = ((Asked.Waits) asked).number();
        assertThat(recorded(old).over()).isEmpty();
        Handed.confirm(number);

        assertThat(recorded(old).lastDay()).contains(LATER.plusDays(19));
        assertThat(recorded(old).steps().getLast())
                .matches(step ->
                        step.kind() == Step.Kind.REPLACED && step.reason().equals(number));
        assertThat(recorded(number).delegation().replaces()).contains(old);
        assertThat(delegations.arrangement(power, COUNTY, LATER, "disabled-federation@" + COUNTY))
                .hasValueSatisfying(by -> assertThat(by.inWhoseName().area()).isEqualTo(CITY));
    }

    @Test
    void each_gap_in_the_form_is_named_by_its_field() {
        assertThat(flaws(Typed.NOTHING))
                .extracting(Flaw::field)
                .containsExactly("power", "mode", "area", "from", "seal", "title", "file");
        assertThat(flaws(Handed.typed("43PCN0012/living-subsidy", "entrusted_down", COUNTY, TODAY, "receiver")))
                .extracting(Flaw::key)
                .containsExactly("from.past", "seal.entrusted");
        assertThat(flaws(Handed.typed("43PCN0012/living-subsidy", "statutory", COUNTY, LATER, "receiver")
                        .with("areas", "桃花源、长沙市")
                        .with("link", "javascript:alert(1)")))
                .extracting(Flaw::key)
                .containsExactly("areas.unknown", "link.bad");
        assertThat(flaws(Handed.typed("43PCN0012/living-subsidy", "statutory", COUNTY, LATER, "receiver")
                        .with("areas", "长沙市")))
                .extracting(Flaw::key)
                .containsExactly("areas.outside");
        assertThat(flaws(Handed.typed("43TCN0008/customs-cancel", "statutory", COUNTY, LATER, "receiver")))
                .extracting(Flaw::key)
                .containsExactly("receiver.none");
    }

    @Test
    void a_county_hands_over_nothing_of_the_city_and_sees_nothing_of_its_records() {
        var power = "43PCN0012/card-renew";
        var number = Handed.byLaw(power, CITY, TOMORROW);
        var county = People.administrator(COUNTY);

        assertThat(register(county, Handed.typed(power, "devolved", COUNTY, LATER, "receiver")))
                .isInstanceOfSatisfying(
                        Asked.Flawed.class,
                        asked -> assertThat(asked.flaws()).extracting(Flaw::key).containsExactly("giver.foreign"));
        assertThatThrownBy(() -> bean(RecallDelegation.class).recall(county.justNow(), number, false, Typed.NOTHING))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> bean(AnswerDelegation.class).confirm(county.justNow(), number))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> register(People.officer("police@" + COUNTY), Typed.NOTHING))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void who_has_not_just_shown_who_he_is_does_so_first() {
        assertThatThrownBy(() -> bean(RegisterDelegation.class)
                        .register(city.me(), Handed.typed("43PCN0012/card-new", "statutory", CITY, LATER, "receiver")))
                .isInstanceOf(StepUp.class);
    }

    @Test
    void every_step_is_in_the_record_of_acts_and_the_history_cannot_be_rewritten() {
        var number = Handed.byLaw("43PCN0012/nursing-subsidy", CITY, LATER);
        var db = Product.running().bean(JdbcClient.class);

        assertThat(db.sql("select act from audit.event where subject = :subject order by at, act")
                        .param("subject", "delegation:" + number)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("delegation.registered", "delegation.confirmed");
        assertThatThrownBy(() -> db.sql("update delegation.delegation set valid_from = now()")
                        .update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> db.sql("delete from delegation.step").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void the_trace_leads_from_the_law_over_each_hand_to_the_office() {
        var why = delegations.why(
                "forensic-practitioner",
                Translated.zh("司法鉴定人执业登记"),
                "justice",
                "430181000000",
                TODAY,
                Optional.of("justice@430181000000"));

        assertThat(why.chain()).extracting(Why.Link::number).containsExactly("2023-0001", "2024-0001", "2025-0001");
        assertThat(why.decided().orElseThrow().name().zh()).isEqualTo("浏阳市司法局");
        assertThat(why.last().orElseThrow().sealOwner().name().zh()).isEqualTo("长沙市司法局");
        assertThat(why.elsewhere()).isEmpty();
    }

    private static Asked register(People.Someone who, Typed typed) {
        return bean(RegisterDelegation.class).register(who.justNow(), typed);
    }

    /** Of somebody who may; what is good is taken back at once. */
    private List<Flaw> flaws(Typed typed) {
        return switch (register(province, typed)) {
            case Asked.Flawed(var flaws) -> flaws;
            case Asked.NobodyToConfirm() -> throw new AssertionError("nobody to confirm");
            case Asked.Waits(var number) -> {
                bean(AnswerDelegation.class).withdraw(province.justNow(), number);
                yield List.of();
            }
        };
    }

    private String decides(String power, String department, LocalDate day) {
        return delegations.of(power, department, COUNTY, day).orElseThrow().id();
    }

    private static Recorded recorded(String number) {
        return bean(KeptDelegations.class).now().find(number).orElseThrow();
    }
}

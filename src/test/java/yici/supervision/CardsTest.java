package yici.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import yici.application.Application;
import yici.application.Filed;
import yici.audit.AuditLog;
import yici.calendar.Supervision;
import yici.casework.Law;
import yici.casework.LimitOverrun;
import yici.house.People;
import yici.house.Product;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.kit.Translated;
import yici.supervision.Cards.Filter;
import yici.supervision.Cards.Place;
import yici.supervision.Cards.Whose;
import yici.supervision.ExplainCard.Explained;
import yici.supervision.SettleCard.Settled;

/** The life of a card: issued once, explained by the body, confirmed or withdrawn by an administrator, never changed. */
class CardsTest {

    /** 新邵县, where no other test's cases run late; 邵阳市 is above it. */
    private static final String AREA = "430522000000";

    private static final String ABOVE = "430500000000";
    private static final String BODY = "disabled-federation@" + AREA;

    private final SignedIn officer = People.officer(BODY).me();
    private final SignedIn administrator = People.administrator(AREA).me();

    @Test
    void an_overrun_gets_one_card_for_each_level_however_often_it_is_told() {
        var application = UUID.randomUUID();

        overrun(application, 1, Supervision.YELLOW);
        overrun(application, 1, Supervision.YELLOW);
        overrun(application, 1, Supervision.RED);

        assertThat(of(application))
                .extracting(Card::level)
                .containsExactlyInAnyOrder(Supervision.YELLOW, Supervision.RED);
        assertThat(of(application)).allMatch(card -> card.state() == Card.State.ISSUED);
        assertThat(acts(of(application).getFirst())).containsExactly("supervision.card-issued");
    }

    @Test
    void a_card_is_issued_in_the_transaction_of_the_overrun_or_not_at_all() {
        assertThatThrownBy(() -> bean(IssueCard.class).issue(told(UUID.randomUUID(), 1, Supervision.YELLOW)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void the_body_explains_and_an_administrator_confirms() {
        var card = issued();

        assertThat(explain(officer, card, "系统升级期间无法出证，已加派人手。")).isEqualTo(new Explained.Done());
        assertThat(settle(administrator, card, Card.State.CONFIRMED, "情况属实"))
                .isEqualTo(new Settled.Done(Card.State.CONFIRMED));

        var now = card(card.id());
        assertThat(now.state()).isEqualTo(Card.State.CONFIRMED);
        assertThat(now.explanation().orElseThrow().reason()).isEqualTo("系统升级期间无法出证，已加派人手。");
        assertThat(acts(card))
                .containsExactly("supervision.card-confirmed", "supervision.card-explained", "supervision.card-issued");
    }

    @Test
    void a_card_is_not_confirmed_before_the_body_was_heard_but_a_mistake_may_be_withdrawn() {
        var card = issued();

        assertThat(settle(administrator, card, Card.State.CONFIRMED, "属实")).isEqualTo(new Settled.NotExplained());
        assertThat(settle(administrator, card, Card.State.WITHDRAWN, ""))
                .isEqualTo(new Settled.Flawed(Reason.Flaw.EMPTY));
        assertThat(settle(administrator, card, Card.State.WITHDRAWN, "当天系统故障，误发"))
                .isEqualTo(new Settled.Done(Card.State.WITHDRAWN));
        assertThat(explain(officer, card, "补充说明")).isEqualTo(new Explained.TooLate(Card.State.WITHDRAWN));
    }

    @Test
    void an_administrator_of_the_level_above_settles_and_one_of_another_area_sees_nothing() {
        var card = issued();
        explain(officer, card, "材料核验排队时间较长。");
        var neighbour = People.administrator("430523000000").me();

        assertThatThrownBy(() -> settle(neighbour, card, Card.State.WITHDRAWN, "不属实"))
                .isInstanceOf(NotFound.class);
        assertThat(settle(People.administrator(ABOVE).me(), card, Card.State.CONFIRMED, "属实"))
                .isEqualTo(new Settled.Done(Card.State.CONFIRMED));
    }

    @Test
    void an_officer_of_another_body_has_no_card_to_explain() {
        var card = issued();

        assertThatThrownBy(() -> explain(People.officer("police@" + AREA).me(), card, "不是我们"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> explain(administrator, card, "代为说明")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> settle(officer, card, Card.State.WITHDRAWN, "误发"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_whole_of_an_application_is_explained_by_one_administrator_and_confirmed_by_another() {
        var application = UUID.randomUUID();
        overrun(application, 0, Supervision.YELLOW);
        var card = Product.running().bean(Cards.class).list(areas(), Filter.ALL, Place.FIRST).cards().stream()
                .filter(c -> c.application().equals(application))
                .findFirst()
                .orElseThrow();

        assertThat(explain(administrator, card, "两个单位之间数据没有及时传递。")).isEqualTo(new Explained.Done());
        assertThat(settle(administrator, card, Card.State.CONFIRMED, "属实")).isEqualTo(new Settled.OwnExplanation());
        assertThat(settle(People.administrator(AREA).me(), card, Card.State.CONFIRMED, "属实"))
                .isEqualTo(new Settled.Done(Card.State.CONFIRMED));
    }

    @Test
    void of_two_administrators_at_the_same_instant_one_settles() throws Exception {
        var card = issued();
        explain(officer, card, "人手不足，已调整。");
        var second = People.administrator(AREA).me();

        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = threads.invokeAll(List.of(
                    () -> settle(administrator, card, Card.State.CONFIRMED, "属实"),
                    () -> settle(second, card, Card.State.WITHDRAWN, "误发")));
            var outcomes = List.of(both.get(0).get(), both.get(1).get());

            assertThat(outcomes).filteredOn(Settled.Done.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(Settled.TooLate.class::isInstance).hasSize(1);
        }
    }

    @Test
    void what_will_be_published_names_neither_person_nor_number() {
        var application = late("王小月");
        var card = of(application.id()).getFirst();

        assertThat(explain(officer, card, "  ")).isEqualTo(new Explained.Flawed(Reason.Flaw.EMPTY));
        assertThat(explain(officer, card, "字".repeat(1001))).isEqualTo(new Explained.Flawed(Reason.Flaw.TOO_LONG));
        assertThat(explain(officer, card, "请致电 139 0000 0001 了解")).isEqualTo(new Explained.Flawed(Reason.Flaw.NUMBER));
        assertThat(explain(officer, card, "王 小月的材料没有传到")).isEqualTo(new Explained.Flawed(Reason.Flaw.NAME));
        assertThat(explain(officer, card, "2026-11-20 至 2026-11-23 系统停机 3 天")).isEqualTo(new Explained.Done());
    }

    @Test
    void the_public_reads_an_overrun_once_and_its_reason_only_when_it_is_confirmed() {
        var application = late("赵大海");
        var red = of(application.id()).stream()
                .filter(c -> c.level() == Supervision.RED && c.rule().equals("licence.promised"))
                .findFirst()
                .orElseThrow();

        var before = shown(red);
        explain(officer, red, "承办人休假，没有安排接替。");
        var explained = shown(red);
        settle(administrator, red, Card.State.CONFIRMED, "属实");
        var confirmed = shown(red);

        assertThat(before.explained()).isFalse();
        assertThat(explained.explained()).isTrue();
        assertThat(explained.reason()).isEmpty();
        assertThat(confirmed.reason()).contains("承办人休假，没有安排接替。");
        assertThat(published(application.id()))
                .extracting(Overruns.Overrun::rule)
                .doesNotHaveDuplicates()
                .contains("licence.promised");
    }

    @Test
    void a_withdrawn_card_is_not_published_and_still_counted() {
        var card = issued();
        var before = withdrawn();

        settle(administrator, card, Card.State.WITHDRAWN, "误发");

        assertThat(published(card.application())).isEmpty();
        assertThat(withdrawn()).isEqualTo(before + 1);
    }

    @Test
    void cards_are_paged_and_filtered() {
        for (int i = 0; i < Cards.PAGE + 2; i++) overrun(UUID.randomUUID(), 1, Supervision.YELLOW);
        var cards = bean(Cards.class);
        var mine = Whose.bodies(List.of(BODY));

        var first = cards.list(mine, Filter.ALL, Place.FIRST);
        var second = cards.list(
                mine, Filter.ALL, Place.read(first.next().orElseThrow().text()));
        var red = cards.list(
                mine,
                new Filter(Optional.of(Card.State.ISSUED), Optional.of(Supervision.RED), Optional.of(BODY)),
                Place.FIRST);

        assertThat(first.cards()).hasSize(Cards.PAGE).doesNotContainAnyElementsOf(second.cards());
        assertThat(second.cards()).isNotEmpty();
        assertThat(red.cards()).allMatch(c -> c.level() == Supervision.RED && c.state() == Card.State.ISSUED);
        assertThat(Place.read("nonsense")).isEqualTo(Place.FIRST);
    }

    /** Filed long ago and left lying. */
    private static Application late(String name) {
        Product.running().clock().to(LocalDate.of(2026, 9, 24));
        try {
            var application = Filed.by(UUID.randomUUID(), name, "43PCN0012", AREA, Map.of(), "card-new");
            Product.running().clock().to(LocalDate.of(2026, 12, 24));
            Law.takesEffect(application.id());
            return application;
        } finally {
            Product.running().clock().back();
        }
    }

    private static Card issued() {
        var application = UUID.randomUUID();
        overrun(application, 1, Supervision.YELLOW);
        return of(application).getFirst();
    }

    private static void overrun(UUID application, int no, Supervision level) {
        bean(TransactionTemplate.class)
                .executeWithoutResult(_ -> bean(IssueCard.class).issue(told(application, no, level)));
    }

    private static LimitOverrun told(UUID application, int no, Supervision level) {
        return new LimitOverrun(
                application,
                "4305222026112300001",
                no,
                1,
                Translated.of("残疾人证办理", "Disability card"),
                no == 0 ? "life-event.promised" : "licence.promised",
                no == 0 ? Optional.empty() : Optional.of(BODY),
                AREA,
                level,
                LocalDate.of(2026, 11, 12),
                LocalDate.of(2026, 11, 13));
    }

    private static Whose areas() {
        return Whose.areas(List.of(AREA));
    }

    private static List<Card> of(UUID application) {
        return bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("select id from supervision.card where application_id = :id and no > 0 order by level, rule")
                .param("id", application)
                .query(UUID.class)
                .list()
                .stream()
                .map(CardsTest::card)
                .toList();
    }

    private static Card card(UUID id) {
        return bean(Cards.class).find(areas(), id).orElseThrow();
    }

    private static List<String> acts(Card card) {
        return bean(AuditLog.class).about("card:" + card.id(), 10).stream()
                .map(e -> e.act().code())
                .toList();
    }

    private static Explained explain(SignedIn me, Card card, String reason) {
        return bean(ExplainCard.class).explain(me, card.id(), reason);
    }

    private static Settled settle(SignedIn me, Card card, Card.State end, String reason) {
        return bean(SettleCard.class).settle(me, card.id(), end, reason);
    }

    private static Overruns.Overrun shown(Card card) {
        return published(card.application()).stream()
                .filter(o -> o.card().equals(card.id()))
                .findFirst()
                .orElseThrow();
    }

    /** All pages. */
    private static List<Overruns.Overrun> published(UUID application) {
        var mine = of(application).stream().map(Card::id).toList();
        var found = new java.util.ArrayList<Overruns.Overrun>();
        for (var place = Optional.of(Place.FIRST); place.isPresent(); ) {
            var listing = bean(Overruns.class).list(List.of(AREA), place.get());
            listing.overruns().stream().filter(o -> mine.contains(o.card())).forEach(found::add);
            place = listing.next();
        }
        return found;
    }

    private static int withdrawn() {
        return bean(Cards.class).counts(List.of(AREA), LocalDate.of(2026, 1, 1)).stream()
                .mapToInt(Cards.Count::withdrawn)
                .sum();
    }

    private static <T> T bean(Class<T> type) {
        return Product.running().bean(type);
    }
}

package yici.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import yici.application.AddItems.Added;
import yici.catalogue.Guide;
import yici.catalogue.SampleGuides;
import yici.house.Product;
import yici.identity.SignedIn;
import yici.kit.Ids;

class AddItemsTest {

    private static final String SHAOYANG = "430523000000";

    private final AddItems addItems = bean(AddItems.class);
    private final SignedIn mother = Applicants.person("李娜");

    private static <T> T bean(Class<T> type) {
        return Product.running().bean(type);
    }

    private UUID begin(Application application, String... further) {
        var wish = Ids.fresh(Product.running().clock());
        var added = addItems.begin(mother, application, Scenarios.answers(further), wish);
        assertThat(added).isEqualTo(new Added.Ready(wish));
        return wish;
    }

    @Test
    void a_card_added_after_the_birth_asks_only_for_what_it_needs_more() {
        var application = Applicants.submit(mother, "43PCN0009", SHAOYANG);

        var draft = begin(application, "q-extras=social-card");

        var filling = ((Fillings.Opened.Open) bean(Fillings.class).open(mother, draft)).filling();
        assertThat(filling.plan().items()).containsExactly("social-card");
        assertThat(filling.plan().asked()).isEmpty();
        assertThat(filling.plan().handedOver()).containsExactly("newbornIdNo");
        assertThat(filling.checkup().ready()).isTrue();
    }

    @Test
    void the_old_items_keep_their_places_and_the_new_ones_wait_for_them() {
        var application = Applicants.submit(mother, "43PCN0009", SHAOYANG, "q-extras=resident-insurance");

        var draft = begin(application, "q-extras=vaccination-card,maternity-benefit");
        Applicants.complete(mother, draft);
        var now = Applicants.submit(mother, draft);

        assertThat(now.number()).isEqualTo(application.number());
        assertThat(now.plan().items())
                .startsWith(application.plan().items().toArray(String[]::new))
                .hasSize(5);
        assertThat(now.plan().edges())
                .extracting(e -> e.from() + ">" + e.to())
                .contains("birth-cert>maternity-benefit");
        assertThat(bean(Applications.class).get(application.id()))
                .usingRecursiveComparison()
                .ignoringCollectionOrderInFields("evidence")
                .isEqualTo(now);
    }

    @Test
    void documents_handed_in_before_are_not_asked_for_again() {
        var application = Applicants.submit(mother, "43PCN0009", SHAOYANG);
        var draft = begin(application, "q-extras=maternity-benefit");

        var filling = ((Fillings.Opened.Open) bean(Fillings.class).open(mother, draft)).filling();

        assertThat(filling.checkup().missing())
                .containsExactlyInAnyOrder("medical-invoices", "diagnosis", "expense-list");
    }

    @Test
    void sending_it_twice_adds_once() {
        var application = Applicants.submit(mother, "43PCN0009", SHAOYANG);
        var draft = begin(application, "q-extras=vaccination-card");

        Applicants.submit(mother, draft);
        var again = Applicants.submit(mother, draft);

        assertThat(again.plan().items()).containsExactly("birth-cert", "household-reg", "vaccination-card");
    }

    @Test
    void choosing_nothing_new_begins_nothing() {
        var application = Applicants.submit(mother, "43PCN0009", SHAOYANG, "q-extras=social-card");

        assertThat(addItems.begin(mother, application, Scenarios.answers("q-extras=social-card"), UUID.randomUUID()))
                .isEqualTo(new Added.Nothing());
    }

    @Test
    void a_subsidy_is_not_added_to_the_cancelling_of_the_card() {
        var application = Applicants.submit(mother, "43PCN0012", SHAOYANG, "q-card=cancel");

        assertThat(addItems.begin(mother, application, Scenarios.answers("q-benefits=training"), UUID.randomUUID()))
                .isInstanceOf(Added.Excluded.class);
    }

    @Test
    void the_signboard_that_was_not_wanted_at_first_can_be_added() {
        var firm = Applicants.firm("湘味小馆");
        var application = Applicants.submit(firm, "43TCN0003", SHAOYANG, "q-sign=no", "q-fire=none");

        assertThat(addItems.offered(application).keySet())
                .extracting(Guide.Question::key)
                .contains("q-sign");
        assertThat(addItems.begin(firm, application, Scenarios.answers("q-sign=yes"), UUID.randomUUID()))
                .isInstanceOf(Added.Ready.class);
    }

    /** Whatever was chosen first and is added then: no old item moves, and no old one waits for a new one. */
    @ParameterizedTest
    @MethodSource("guides")
    void adding_never_touches_what_is_under_way(Guide guide) {
        for (var first : sample(guide)) {
            var plan = Resolve.resolve(guide, first);
            if (plan.excluded()) continue;
            for (var further : sample(guide)) {
                var supplement = Supplement.of(guide, application(guide, first, plan), further);
                if (supplement.whole().excluded() || !supplement.lost().isEmpty()) continue;
                var joined = supplement.joined(supplement.plan());

                assertThat(joined.items())
                        .doesNotHaveDuplicates()
                        .startsWith(plan.items().toArray(String[]::new));
                for (var edge : joined.edges())
                    assertThat(joined.items().indexOf(edge.from()))
                            .isLessThan(joined.items().indexOf(edge.to()));
                assertThat(joined.edges()).containsAll(plan.edges());
            }
        }
    }

    static List<Guide> guides() {
        return SampleGuides.standards();
    }

    private static List<ScenarioAnswers> sample(Guide guide) {
        var all = ScenarioQuestions.combinations(ScenarioAnswers.NONE, guide.questions());
        int step = Math.max(1, all.size() / 23);
        return java.util.stream.Stream.iterate(0, i -> i < all.size(), i -> i + step)
                .map(all::get)
                .toList();
    }

    private static Application application(Guide guide, ScenarioAnswers answers, Plan plan) {
        var somebody = UUID.randomUUID();
        return new Application(
                somebody,
                "",
                guide.code(),
                somebody,
                SHAOYANG,
                SHAOYANG,
                somebody,
                "",
                answers,
                plan,
                java.util.Map.of(),
                java.util.Map.of(),
                List.of(),
                java.time.Instant.EPOCH);
    }
}

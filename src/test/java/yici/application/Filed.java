package yici.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.transaction.support.TransactionTemplate;
import yici.catalogue.Catalogue;
import yici.catalogue.Guide;
import yici.catalogue.Offer;
import yici.house.Product;
import yici.identity.SignedIn;
import yici.kit.Ids;

/** Applications as the rooms above want them in tests: any items of a real guide, handed in just now without the way through the form. */
public final class Filed {

    private static final AtomicLong SERIAL = new AtomicLong(900_000);

    private Filed() {}

    public static Application by(
            UUID applicant, String name, String lifeEvent, String area, Map<String, String> answers, String... items) {
        return owing(applicant, name, lifeEvent, area, answers, List.of(), items);
    }

    /** @param owed documents that are to be handed in later or, where the guide knows that instead, that a promise stands for */
    public static Application owing(
            UUID applicant,
            String name,
            String lifeEvent,
            String area,
            Map<String, String> answers,
            List<String> owed,
            String... items) {
        var product = Product.running();
        var offered = (Offer.Offered) product.bean(Catalogue.class).offer(lifeEvent, area);
        var now = product.clock().instant();
        var application = new Application(
                Ids.fresh(product.clock()),
                ApplicationNumber.of(area, now, SERIAL.incrementAndGet()),
                lifeEvent,
                offered.edition().id(),
                area,
                area,
                applicant,
                name,
                ScenarioAnswers.NONE,
                plan(offered.edition().guide(), List.of(items))
                        .with(owed(offered.edition().guide(), owed, items)),
                answers,
                Map.of(),
                List.of(),
                now);
        submit(product, application);
        return application;
    }

    /** As the one submission does it: stored and announced in one transaction. */
    public static void submit(Product product, Application application) {
        product.bean(TransactionTemplate.class).executeWithoutResult(_ -> {
            product.bean(Applications.class).add(application, UUID.randomUUID(), "zh");
            if (!application.plan().promised().isEmpty()) keepPromises(product, application);
            product.bean(ApplicationEventMulticaster.class)
                    .multicastEvent(new PayloadApplicationEvent<>(product, new ApplicationSubmitted(application)));
        });
    }

    private static void keepPromises(Product product, Application application) {
        var guide = product.bean(Catalogue.class).edition(application.edition()).guide();
        var me = new SignedIn(application.applicant(), SignedIn.Kind.PERSON, application.applicantName(), List.of());
        product.bean(Promises.class).keep(me, application.id(), guide, application.plan(), "zh");
    }

    private static List<Plan.PlannedEvidence> owed(Guide guide, List<String> owed, String... items) {
        return owed.stream()
                .map(key -> new Plan.PlannedEvidence(
                        key,
                        guide.evidence(key).owe().isPresent() ? Plan.Todo.OWED : Plan.Todo.PROMISED,
                        Guide.Waiver.NONE,
                        guide.evidence(key).usedBy().stream()
                                .filter(List.of(items)::contains)
                                .toList(),
                        ""))
                .toList();
    }

    private static Plan plan(Guide guide, List<String> items) {
        var edges = new ArrayList<Plan.Edge>();
        for (var item : items)
            for (var before : guide.item(item).prerequisites())
                givers(guide, before)
                        .filter(items::contains)
                        .filter(giver -> !giver.equals(item))
                        .forEach(giver -> edges.add(new Plan.Edge(giver, item, before.passes())));
        var handedOver =
                edges.stream().flatMap(e -> e.passes().stream()).distinct().toList();
        return new Plan(
                inOrder(items, edges),
                edges,
                Map.of(),
                List.of(),
                List.of(),
                handedOver,
                Map.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Stream<String> givers(Guide guide, Guide.Prerequisite before) {
        return Stream.concat(
                before.item().stream(),
                before.group().stream()
                        .flatMap(g -> guide.group(g).items().stream())
                        .filter(i -> !before.exceptItems().contains(i)));
    }

    private static List<String> inOrder(List<String> items, List<Plan.Edge> edges) {
        var order = new ArrayList<String>();
        while (order.size() < items.size()) {
            Optional<String> next = items.stream()
                    .filter(i -> !order.contains(i))
                    .filter(i -> edges.stream().noneMatch(e -> e.to().equals(i) && !order.contains(e.from())))
                    .findFirst();
            order.add(next.orElseThrow());
        }
        return List.copyOf(order);
    }
}

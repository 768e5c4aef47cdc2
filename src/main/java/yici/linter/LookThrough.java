package yici.linter;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import yici.catalogue.Catalogue;
import yici.catalogue.Guide;
import yici.catalogue.Listed;
import yici.catalogue.Service;
import yici.catalogue.ServiceOffer;
import yici.catalogue.ServiceOffers;
import yici.catalogue.Variant;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.PublicBody;
import yici.kit.Ids;
import yici.kit.View;

/** Looks at what is in force and keeps what is wrong with it: at everything each night, at what has changed soon after it has. */
@Component
class LookThrough {

    /** Why somebody looked. */
    enum Cause {
        NIGHTLY,
        CHANGED,
        ASKED
    }

    private final Lint lint;
    private final Catalogue catalogue;
    private final ServiceOffers offers;
    private final KeepFindings keep;
    private final Runs runs;
    private final Areas areas;
    private final Bodies bodies;
    private final Clock clock;

    LookThrough(
            Lint lint,
            Catalogue catalogue,
            ServiceOffers offers,
            KeepFindings keep,
            Runs runs,
            Areas areas,
            Bodies bodies,
            Clock clock) {
        this.lint = lint;
        this.catalogue = catalogue;
        this.offers = offers;
        this.keep = keep;
        this.runs = runs;
        this.areas = areas;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** Whatever was looked at before: rules change too. */
    Runs.Run everything() {
        return look(Cause.NIGHTLY, Set.of());
    }

    /** Nothing while nothing else is in force than at the last look. */
    Optional<Runs.Run> whatChanged() {
        if (runs.last().filter(run -> run.stamp().equals(stamp())).isPresent()) return Optional.empty();
        return Optional.of(look(Cause.CHANGED, keep.editions()));
    }

    private Runs.Run look(Cause cause, Set<String> known) {
        var stamp = stamp(); // before reading, so that a change in between is noticed next time
        var begun = clock.instant();
        var count = new Count();
        // reading takes longest, and no life event needs another
        catalogue.lifeEvents().parallelStream().forEach(listed -> lifeEvent(listed, known, count));
        services(count);
        return kept(cause, stamp, begun, count);
    }

    /** One text anew, because somebody has mended it and wants to see. */
    Runs.Run again(Text text) {
        var stamp = runs.last().map(Runs.Run::stamp).orElse("");
        var begun = clock.instant();
        var count = new Count();
        switch (text.kind()) {
            case LIFE_EVENT ->
                catalogue.lifeEvents().stream()
                        .filter(listed -> listed.code().equals(text.code()))
                        .forEach(listed -> lifeEvent(listed, Set.of(), count));
            case SERVICE -> services(count);
        }
        return kept(Cause.ASKED, stamp, begun, count);
    }

    private Runs.Run kept(Cause cause, String stamp, Instant begun, Count count) {
        var run = new Runs.Run(
                Ids.fresh(clock), cause, stamp, begun, clock.instant(), count.texts, count.appeared, count.mended);
        runs.add(run);
        return run;
    }

    private static final class Count {
        private int texts;
        private int appeared;
        private int mended;

        synchronized void add(int looked, KeepFindings.Kept kept) {
            texts += looked;
            appeared += kept.appeared();
            mended += kept.mended();
        }
    }

    /** Another edition may come into force by the day alone. */
    private String stamp() {
        return catalogue.stamp() + " " + LocalDate.ofInstant(clock.instant(), View.ZONE);
    }

    // --- life events -----------------------------------------------------------------------------------------------

    private void lifeEvent(Listed listed, Set<String> known, Count count) {
        var standings = catalogue.variants(listed.code());
        var present = standings.stream().map(s -> text(s.variant())).toList();
        var looked = new Guides(known, standings).look();
        count.add(looked.size(), keep.keep(present, looked));
    }

    /** The variants of one life event: what is wrong with the text one inherits from is not told again. */
    private final class Guides {

        private final Set<String> known;
        private final Map<String, Catalogue.Standing> standings;
        private final Map<String, Set<Finding>> found = new HashMap<>();
        private final List<Text.Looked> looked = new ArrayList<>();

        Guides(Set<String> known, List<Catalogue.Standing> standings) {
            this.known = known;
            this.standings = standings.stream()
                    .filter(standing -> standing.edition().isPresent())
                    .collect(toMap(standing -> standing.variant().key(), standing -> standing));
        }

        List<Text.Looked> look() {
            for (var standing : standings.values())
                if (isNew(standing) || parent(standing).filter(this::isNew).isPresent()) {
                    var inherited = parent(standing).map(this::found).orElse(Set.of());
                    add(standing, catalogue.edition(edition(standing)).guide(), inherited);
                }
            return looked;
        }

        private boolean isNew(Catalogue.Standing standing) {
            return !known.contains(edition(standing).toString());
        }

        private Optional<Catalogue.Standing> parent(Catalogue.Standing standing) {
            return Optional.ofNullable(standings.get(standing.variant().parent()));
        }

        private Set<Finding> found(Catalogue.Standing parent) {
            return found.computeIfAbsent(
                    parent.variant().key(),
                    _ -> Set.copyOf(
                            lint.check(catalogue.edition(edition(parent)).guide())));
        }

        private void add(Catalogue.Standing standing, Guide guide, Set<Finding> inherited) {
            var findings = lint.check(guide);
            var own = findings.stream().filter(f -> !inherited.contains(f)).toList();
            looked.add(new Text.Looked(
                    text(standing.variant()),
                    edition(standing).toString(),
                    guide.name(),
                    guide.lead(),
                    holders(standing, guide.lead()),
                    Lint.rulesOfGuides(),
                    Lint.rulesOfGuides() - broken(findings),
                    findings.size() - own.size(),
                    own));
        }
    }

    private static UUID edition(Catalogue.Standing standing) {
        return standing.edition().orElseThrow();
    }

    private static Text text(Variant variant) {
        return new Text(Text.Kind.LIFE_EVENT, variant.lifeEvent(), variant.key());
    }

    /** The standard is the province's, however many areas follow it. */
    private List<Text.Holder> holders(Catalogue.Standing standing, String lead) {
        var of = standing.variant().isStandard() ? List.of(areas.province().code()) : standing.areas();
        return of.stream().map(area -> holder(area, lead)).toList();
    }

    private Text.Holder holder(String area, String lead) {
        var body = bodies.deciding(List.of(lead), area).get(lead);
        return new Text.Holder(area, body == null ? "" : body.id());
    }

    // --- services --------------------------------------------------------------------------------------------------

    private void services(Count count) {
        var services = catalogue.services();
        var present = services.stream()
                .map(s -> new Text(Text.Kind.SERVICE, s.key(), ""))
                .toList();
        var province = areas.province().code();
        var deciding =
                bodies.deciding(services.stream().map(Service::department).collect(toSet()), province);
        var looked = services.stream().map(s -> service(s, province, deciding)).toList();
        var texts = new ArrayList<>(present);
        var all = new ArrayList<>(looked);
        for (var service : services)
            for (var offer : offers.own(service)) {
                texts.add(new Text(
                        Text.Kind.SERVICE, service.key(), offer.edition().variant()));
                all.add(offer(offer, Set.copyOf(lint.check(service))));
            }
        count.add(all.size(), keep.keep(texts, all));
    }

    private Text.Looked service(Service service, String province, Map<String, PublicBody> deciding) {
        var body = Optional.ofNullable(deciding.get(service.department()));
        var holder = new Text.Holder(province, body.map(PublicBody::id).orElse(""));
        return looked(new Text(Text.Kind.SERVICE, service.key(), ""), service, holder, Set.of());
    }

    /** What is wrong with the province's text is not told again of the body that takes it as it is. */
    private Text.Looked offer(ServiceOffer offer, Set<Finding> inherited) {
        var text = new Text(
                Text.Kind.SERVICE, offer.service().key(), offer.edition().variant());
        var holder = new Text.Holder(
                offer.area().code(), offer.body().map(PublicBody::id).orElse(""));
        return looked(text, offer.service(), holder, inherited);
    }

    private Text.Looked looked(Text text, Service service, Text.Holder holder, Set<Finding> inherited) {
        var findings = lint.check(service);
        var own = findings.stream().filter(f -> !inherited.contains(f)).toList();
        return new Text.Looked(
                text,
                "",
                service.name(),
                service.department(),
                List.of(holder),
                Lint.rulesOfServices(),
                Lint.rulesOfServices() - broken(findings),
                findings.size() - own.size(),
                own);
    }

    private static int broken(List<Finding> findings) {
        return (int) findings.stream().map(Finding::rule).distinct().count();
    }
}

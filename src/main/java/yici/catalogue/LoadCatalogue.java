package yici.catalogue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.kit.SampleLoader;

/** Brings the life events and services of the sample province in, whole or not at all. */
@Component
class LoadCatalogue implements SampleLoader {

    private final Areas areas;
    private final Editions editions;
    private final InForce inForce;
    private final LifeEvents lifeEvents;
    private final Services services;
    private final ServiceEditions serviceEditions;
    private final SearchIndex index;
    private final PublishEdition publish;
    private final Revision revision;
    private final KnownOutside known;

    LoadCatalogue(
            Areas areas,
            Editions editions,
            InForce inForce,
            LifeEvents lifeEvents,
            Services services,
            ServiceEditions serviceEditions,
            SearchIndex index,
            PublishEdition publish,
            Revision revision,
            KnownOutside known) {
        this.areas = areas;
        this.editions = editions;
        this.inForce = inForce;
        this.lifeEvents = lifeEvents;
        this.services = services;
        this.serviceEditions = serviceEditions;
        this.index = index;
        this.publish = publish;
        this.revision = revision;
        this.known = known;
    }

    @Override
    public String room() {
        return "catalogue";
    }

    @Override
    public int step() {
        return 40;
    }

    @Override
    public void load(Path sample) {
        var files = new CatalogueFiles(sample);
        var topics = files.topics();
        for (int i = 0; i < topics.size(); i++) services.put(topics.get(i), i);
        var themeItems = loadThemes(files, topics);
        loadServices(files, topics, themeItems);
        revision.next();
    }

    /** Every item of every life event, such as 43PCN0009/birth-cert. */
    private Set<String> loadThemes(CatalogueFiles files, List<Topic> topics) {
        var placed = files.places();
        var invented = invented(files);
        var items = new HashSet<String>();
        for (var file : files.themes()) {
            String code = file.text("code");
            var place = placed.get(code);
            if (place == null) throw file.at("code").refused("topics.csv has no line for " + code);
            var theme = ThemeFile.read(file, invented.getOrDefault(code, List.of()), known);
            put(theme, place, topics);
            theme.standard().items().forEach(i -> items.add(code + "/" + i.key()));
        }
        return items;
    }

    private static Map<String, List<Json>> invented(CatalogueFiles files) {
        var byTheme = new LinkedHashMap<String, List<Json>>();
        for (var variant : files.inventedVariants())
            byTheme.computeIfAbsent(variant.text("theme"), _ -> new ArrayList<>())
                    .add(variant);
        return byTheme;
    }

    private void put(ThemeFile.Theme theme, CatalogueFiles.Place place, List<Topic> topics) {
        var guide = theme.standard();
        var topic = place.topic(guide.audience(), topics);
        lifeEvents.put(new LifeEvents.Row(
                guide.code(),
                place.position(),
                topic.key(),
                place.words(),
                theme.regionalGuides(),
                theme.sourceVariants()));
        lifeEvents.clearVariants(guide.code());
        for (var variant : theme.variants()) {
            lifeEvents.add(variant);
            for (String area : variant.areas())
                lifeEvents.give(guide.code(), whoseOffer(area), variant.key(), EditionHead.SINCE_EVER);
        }
        publish(theme);
        index.again(guide.code());
    }

    /** A variant of the files gives one reason for all its differences: the remark of its source. */
    private void publish(ThemeFile.Theme theme) {
        var code = theme.standard().code();
        if (editions.isEditedHere(code)) return;
        var terms = PublishEdition.Terms.asIs(firstDay(code));
        publish.standard(theme.standard(), terms);
        for (var variant : theme.variants()) {
            if (variant.isStandard() || !variant.isRead()) continue;
            var changes = publish.differences(code, variant.key(), theme.guide(variant.key()), terms.effectiveFrom());
            publish.variant(
                    code,
                    variant.key(),
                    changes.stream().map(c -> c.because(variant.note())).toList(),
                    terms);
        }
    }

    /** What the files tell of first has been in force before anybody loaded it; what they tell of later is from today on. */
    private LocalDate firstDay(String subject) {
        return editions.lastNumber(subject, Variant.STANDARD) == 0 ? EditionHead.SINCE_EVER : inForce.today();
    }

    /** A guide names the counter of a government's own level; the offer is that of the area it belongs to. */
    private String whoseOffer(String code) {
        var area = areas.get(code);
        return area.level() == Area.Level.OWN_LEVEL ? area.parent().orElse(code) : code;
    }

    private void loadServices(CatalogueFiles files, List<Topic> topics, Set<String> themeItems) {
        var keys = new HashSet<String>();
        for (var file : files.items()) {
            var service = ReadService.of(file, known, topics, themeItems);
            keys.add(service.key());
            lifeEvents.clearVariants(service.key());
            if (editions.isEditedHere(service.key())) lifeEvents.add(ServiceEditions.standardOf(service.key()));
            else serviceEditions.standard(service, PublishEdition.Terms.asIs(firstDay(service.key())));
            index.again(service.key());
        }
        for (var file : files.offers()) loadOffer(file, keys);
    }

    private void loadOffer(Json file, Set<String> services) {
        var service = file.at("service").oneOf(services, "service");
        var area = areas.get(known.area(file.at("area"))).code();
        serviceEditions.register(service, area, file.yes("invented"), EditionHead.SINCE_EVER, false);
        if (editions.isEditedHere(service)) return;
        var changes = file.list("differences").stream().map(Json::change).toList();
        var terms = PublishEdition.Terms.asIs(
                editions.lastNumber(service, AreaVariants.key(area)) == 0 ? EditionHead.SINCE_EVER : inForce.today());
        switch (serviceEditions.offer(service, area, file.yes("invented"), changes, terms)) {
            case ServiceEditions.Offered.Put _ -> {}
            case ServiceEditions.Offered.Wrong wrong ->
                throw file.at("differences")
                        .refused(String.join("/", wrong.path()) + ": " + wrong.why() + " " + wrong.detail());
        }
    }
}

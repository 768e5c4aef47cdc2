package yici.site;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import yici.catalogue.Catalogue;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.Department;
import yici.kit.Language;
import yici.publication.AreaWorks;
import yici.publication.Teaser;

/** Fills the blocks of an area's home page and leaves out those that have nothing to show. */
@Component
class AssembleFront {

    private static final int NEWS = 6;
    private static final int LINES = 6;

    private final Areas areas;
    private final Bodies bodies;
    private final Catalogue catalogue;
    private final AreaWorks works;

    AssembleFront(Areas areas, Bodies bodies, Catalogue catalogue, AreaWorks works) {
        this.areas = areas;
        this.bodies = bodies;
        this.catalogue = catalogue;
        this.works = works;
    }

    Front of(Site site, Language language) {
        var area = site.area();
        var events = catalogue.lifeEvents();
        if (site.equals(Site.NOWHERE)) return Front.ofNowhere(area, events);

        var parts = site.blocks().stream()
                .flatMap(block -> part(site, block, language).stream())
                .toList();
        return new Front(
                area,
                areas.path(area.code()),
                rows(parts),
                events,
                catalogue.ownVariants(area),
                bodies.of(area.code()),
                bodies.departments().stream().collect(toMap(Department::key, Department::label)),
                below(area, Area.Level.PREFECTURE, Area.Level.COUNTY),
                below(area, Area.Level.ZONE),
                beside(area),
                areas.all().stream().collect(toMap(Area::code, Area::name)));
    }

    private Optional<Front.Part> part(Site site, Block block, Language language) {
        var area = site.area();
        return switch (block) {
            case NEWS -> works(block, works.own(area.code(), Set.of("article"), language, NEWS));
            case NOTICES -> works(block, works.own(area.code(), Set.of("notice"), language, LINES));
            case POLICIES -> works(block, works.own(area.code(), Set.of("policy"), language, LINES));
            case EXPLAINERS -> works(block, works.own(area.code(), Set.of("explainer"), language, LINES));
            case SHARED -> works(block, works.byRule(area.code(), language, LINES));
            case COLUMNS -> {
                var columns = works.columns(area.code(), language);
                yield columns.isEmpty() ? Optional.empty() : Optional.of(new Front.Part(block, List.of(), columns));
            }
            case BELOW -> {
                boolean any = areas.children(area.code()).stream().anyMatch(a -> a.level() != Area.Level.OWN_LEVEL);
                yield any ? Optional.of(Front.Part.of(block)) : Optional.empty();
            }
            case CONTACT -> site.hasContact() ? Optional.of(Front.Part.of(block)) : Optional.empty();
            case LINKS -> area.parent().isEmpty() ? Optional.empty() : Optional.of(Front.Part.of(block));
            case TASKS, FIGURES, BODIES -> Optional.of(Front.Part.of(block));
        };
    }

    private static Optional<Front.Part> works(Block block, List<Teaser> works) {
        return works.isEmpty() ? Optional.empty() : Optional.of(new Front.Part(block, works, List.of()));
    }

    /** Two narrow ones that follow each other share a row. */
    static List<List<Front.Part>> rows(List<Front.Part> parts) {
        var rows = new ArrayList<List<Front.Part>>();
        for (int i = 0; i < parts.size(); i++) {
            boolean pair = i + 1 < parts.size()
                    && parts.get(i).block().isNarrow()
                    && parts.get(i + 1).block().isNarrow();
            rows.add(pair ? List.of(parts.get(i), parts.get(++i)) : List.of(parts.get(i)));
        }
        return rows;
    }

    private List<Area> below(Area area, Area.Level... levels) {
        return areas.children(area.code()).stream()
                .filter(a -> Arrays.asList(levels).contains(a.level()))
                .toList();
    }

    /** The other governments below the same one. */
    private List<Area> beside(Area area) {
        return area.parent().stream()
                .flatMap(above -> areas.children(above).stream())
                .filter(a -> a.level() == area.level())
                .filter(a -> !a.code().equals(area.code()))
                .toList();
    }
}

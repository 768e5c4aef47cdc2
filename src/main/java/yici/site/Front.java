package yici.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import yici.catalogue.Guide;
import yici.catalogue.Listed;
import yici.jurisdiction.Area;
import yici.jurisdiction.PublicBody;
import yici.kit.Translated;
import yici.publication.ColumnTeaser;
import yici.publication.Teaser;

/**
 * The home page of an area as it stands.
 *
 * @param rows one block, or two that stand side by side on a wide screen
 * @param own codes of the life events of which this area has a version of its own
 * @param origins names of the areas that works come from
 */
record Front(
        Area area,
        List<Area> path,
        List<List<Part>> rows,
        List<Listed> lifeEvents,
        List<String> own,
        List<PublicBody> bodies,
        Map<String, Translated> departments,
        List<Area> below,
        List<Area> zones,
        List<Area> beside,
        Map<String, Translated> origins) {

    static Front ofNowhere(Area area, List<Listed> lifeEvents) {
        return new Front(
                area,
                List.of(area),
                List.of(List.of(Part.of(Block.TASKS))),
                lifeEvents,
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of());
    }

    /** A block with what there is to show in it. */
    record Part(Block block, List<Teaser> works, List<ColumnTeaser> columns) {
        static Part of(Block block) {
            return new Part(block, List.of(), List.of());
        }
    }

    List<Listed> events(Guide.Audience audience) {
        return lifeEvents.stream().filter(e -> e.audience() == audience).toList();
    }

    int services() {
        return lifeEvents.stream().mapToInt(Listed::items).sum();
    }

    Translated department(PublicBody body) {
        return departments.getOrDefault(body.department(), body.name());
    }

    boolean isProvince() {
        return area.level() == Area.Level.PROVINCE;
    }

    /** The name of the area a work comes from, where that is another. */
    Optional<Translated> origin(Teaser work) {
        return work.area().equals(area.code()) ? Optional.empty() : Optional.ofNullable(origins.get(work.area()));
    }
}

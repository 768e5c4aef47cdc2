package yici.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One theme file read whole: the life event, its variants, and the guide of each variant that somebody has read. */
final class ThemeFile {

    /** @param guides by variant, the standard first; none for an unread variant */
    record Theme(
            Guide standard,
            Optional<Integer> regionalGuides,
            Optional<Integer> sourceVariants,
            List<Variant> variants,
            Map<String, Guide> guides) {

        Guide guide(String variant) {
            return Optional.ofNullable(guides.get(variant))
                    .orElseThrow(() -> new IllegalArgumentException("nobody has read " + variant));
        }
    }

    private ThemeFile() {}

    /** @param invented variants of this theme from the file of invented ones; each takes its areas from the real variants */
    static Theme read(Json file, List<Json> invented, ReadGuide.Known known) {
        var standard = ReadGuide.of(file, known);
        var variants = new ArrayList<Variant>();
        var guides = new LinkedHashMap<String, Guide>();
        guides.put(Variant.STANDARD, standard);
        for (var json : file.list("variants")) {
            var variant = real(json, standard.code(), known);
            variants.add(variant);
            if (variant.isRead() && !variant.isStandard())
                guides.put(variant.key(), ReadGuide.of(ApplyChanges.to(file, json), known));
        }
        oneStandardAndNoAreaTwice(file, variants);
        for (var json : invented) {
            var variant = invented(json, standard.code(), known);
            variants.add(variant);
            guides.put(variant.key(), ReadGuide.of(ApplyChanges.to(file, json), known));
        }
        return new Theme(
                standard,
                file.maybeNumber("regionalGuideCount"),
                file.maybeNumber("sourceVariantCount"),
                List.copyOf(variants),
                guides);
    }

    private static Variant real(Json json, String lifeEvent, ReadGuide.Known known) {
        var areas = json.list("areaCodes").stream().map(known::area).toList();
        var count = json.maybeNumber("areaCount");
        boolean complete = json.yes("areaCodesComplete");
        if (complete && count.isPresent() && count.get() != areas.size())
            throw json.at("areaCount").refused(count.get() + " areas are said, " + areas.size() + " are listed");
        boolean standard =
                json.at("role").oneOf(Set.of("STANDARD", "REGIONAL"), "role").equals("STANDARD");
        var kind = json.choice("differenceKind", Variant.Kind.class);
        if (standard != (kind == Variant.Kind.BASE)) throw json.at("role").refused("but its difference is " + kind);
        return new Variant(
                lifeEvent,
                standard ? Variant.STANDARD : json.text("key"),
                kind,
                false,
                count,
                complete,
                areas,
                standard ? "" : Variant.STANDARD,
                json.textOrNone("note"));
    }

    private static Variant invented(Json json, String lifeEvent, ReadGuide.Known known) {
        var areas = json.list("areaCodes").stream().map(known::area).toList();
        return new Variant(
                lifeEvent,
                json.text("key"),
                Variant.Kind.SYNTHETIC,
                true,
                Optional.of(areas.size()),
                true,
                areas,
                Variant.STANDARD,
                json.textOrNone("note"));
    }

    private static void oneStandardAndNoAreaTwice(Json file, List<Variant> variants) {
        var keys = new HashSet<String>();
        var variantOf = new HashMap<String, String>();
        for (var variant : variants) {
            if (!keys.add(variant.key())) throw file.at("variants").refused("a second variant " + variant.key());
            for (String area : variant.areas()) {
                String other = variantOf.putIfAbsent(area, variant.key());
                if (other != null)
                    throw file.at("variants").refused("area " + area + " is in " + other + " and " + variant.key());
            }
        }
        if (!keys.contains(Variant.STANDARD)) throw file.at("variants").refused("there is no standard variant");
    }
}

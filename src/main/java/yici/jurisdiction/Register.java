package yici.jurisdiction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Areas, departments and bodies as they stood at one moment: a value, read without locks by everyone. */
final class Register {

    /** @param closedOn the first day it decides nothing any more */
    record Entry(PublicBody body, Optional<LocalDate> closedOn) {
        boolean isOpen(LocalDate day) {
            return closedOn.isEmpty() || day.isBefore(closedOn.get());
        }
    }

    private final NavigableMap<String, Area> areas = new TreeMap<>();
    private final Map<String, List<Area>> children = new HashMap<>();
    private final Map<String, String> formerCodes;
    private final Map<String, Department> departments = new TreeMap<>();
    private final Map<String, Entry> bodies = new HashMap<>();
    private final Map<String, List<Entry>> bodiesByArea = new HashMap<>();

    Register(
            Collection<Area> areas,
            Map<String, String> formerCodes,
            Collection<Department> departments,
            Collection<Entry> entries) {
        this.formerCodes = Map.copyOf(formerCodes);
        for (var area : areas) this.areas.put(area.code(), area);
        for (var area : this.areas.values())
            area.parent()
                    .ifPresent(p ->
                            children.computeIfAbsent(p, _ -> new ArrayList<>()).add(area));
        for (var department : departments) this.departments.put(department.key(), department);
        for (var entry : entries) {
            bodies.put(entry.body().id(), entry);
            bodiesByArea
                    .computeIfAbsent(entry.body().area(), _ -> new ArrayList<>())
                    .add(entry);
        }
        for (var list : bodiesByArea.values())
            list.sort(Comparator.comparing(e -> e.body().department()));
    }

    Set<String> closed(LocalDate day) {
        return bodies.values().stream()
                .filter(entry -> !entry.isOpen(day))
                .map(entry -> entry.body().id())
                .collect(Collectors.toSet());
    }

    Collection<Area> areas() {
        return areas.values();
    }

    Collection<Department> departments() {
        return departments.values();
    }

    @Nullable
    Department department(String key) {
        return departments.get(key);
    }

    @Nullable
    Entry body(String id) {
        return bodies.get(id);
    }

    /** The bodies of one area itself, by department. */
    List<Entry> bodiesOf(String area) {
        return bodiesByArea.getOrDefault(area, List.of());
    }

    /** By its code of today or a former one; an own-level node of a former county is found too. */
    @Nullable
    Area area(String code) {
        var area = areas.get(code);
        if (area != null || code.length() != 12) return area;
        var whole = formerCodes.get(code.substring(0, 6) + "000000");
        return whole == null ? null : areas.get(whole.substring(0, 6) + code.substring(6));
    }

    List<Area> children(String code) {
        return children.getOrDefault(code, List.of());
    }

    /** The area and all below it, each before its own children. */
    Stream<Area> within(Area area) {
        return Stream.concat(Stream.of(area), children(area.code()).stream().flatMap(this::within));
    }

    /** From the area itself up to the province. */
    List<Area> upwards(Area area) {
        var path = new ArrayList<Area>();
        for (Area here = area;
                here != null;
                here = here.parent().map(areas::get).orElse(null)) path.add(here);
        return path;
    }

    /** The first area, in the order of codes, whose code begins so. */
    @Nullable
    Area firstWith(String prefix) {
        var found = areas.ceilingEntry(prefix);
        return found != null && found.getKey().startsWith(prefix) ? found.getValue() : null;
    }

    /** The open body of the area or of the nearest level above that has one. */
    @Nullable
    PublicBody deciding(String department, Area area, LocalDate day) {
        var known = departments.get(department);
        if (known == null) return null;
        var decides = known.handledBy().orElse(department);
        for (var here : upwards(area)) {
            var entry = bodies.get(idOf(decides, here.code()));
            if (entry != null && entry.isOpen(day)) return entry.body();
        }
        return null;
    }

    static String idOf(String department, String area) {
        return department + "@" + area;
    }
}

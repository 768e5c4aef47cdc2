package yici.jurisdiction;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import yici.kit.NotFound;

/** The tree of areas, read once and kept in memory: 307 rows that change a few times a year. */
@Component
public class Areas {

    /** Where a code may be cut: township, county, prefecture, province. */
    private static final int[] PREFIXES = {9, 6, 4, 2};

    private final CurrentRegister register;

    Areas(CurrentRegister register) {
        this.register = register;
    }

    /** By its code of today or by one it had before: 望城县's old code finds 望城区. */
    public Optional<Area> find(String code) {
        return Optional.ofNullable(register.get().area(code));
    }

    /** @throws yici.kit.NotFound for a code that is no area */
    public Area get(String code) {
        return find(code).orElseThrow(() -> new NotFound("area " + code));
    }

    public Area province() {
        return register.get().areas().stream()
                .filter(area -> area.level() == Area.Level.PROVINCE)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no area is loaded: see yici.sample"));
    }

    /** From the province down to the area itself. */
    public List<Area> path(String code) {
        return register.get().upwards(get(code)).reversed();
    }

    /** The areas right below, in the order of their codes. */
    public List<Area> children(String code) {
        return List.copyOf(register.get().children(code));
    }

    /** The area and all below it, each before its own children: what an administrator of the area answers for. */
    public List<Area> within(String code) {
        return register.get().within(get(code)).toList();
    }

    public List<Area> all() {
        return List.copyOf(register.get().areas());
    }

    /** The area a wrong code most likely meant: the longest matching prefix, else the province. Never empty. */
    public Area nearest(String wrongCode) {
        var now = register.get();
        var itself = now.area(wrongCode);
        if (itself != null) return itself;
        for (int length : PREFIXES) {
            if (wrongCode.length() < length) continue;
            var prefix = wrongCode.substring(0, length);
            var former = now.area((prefix + "000000000000").substring(0, 12));
            var near = former != null ? former : now.firstWith(prefix);
            if (near != null) return near;
        }
        return province();
    }
}

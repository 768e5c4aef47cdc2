package yici.jurisdiction;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The tree of areas, read once and kept in memory: 307 rows that change a few times a year. */
@Component
public class Areas {

    public Optional<Area> find(String code) {
        throw new UnsupportedOperationException(code);
    }

    /** @throws yici.kit.NotFound for a code that is no area */
    public Area get(String code) {
        throw new UnsupportedOperationException(code);
    }

    public Area province() {
        throw new UnsupportedOperationException();
    }

    /** From the province down to the area itself. */
    public List<Area> path(String code) {
        throw new UnsupportedOperationException(code);
    }

    /** The areas right below, in the order of their codes. */
    public List<Area> children(String code) {
        throw new UnsupportedOperationException(code);
    }

    public List<Area> all() {
        throw new UnsupportedOperationException();
    }

    /** The area a wrong code most likely meant: the longest matching prefix, else the province. Never empty. */
    public Area nearest(String wrongCode) {
        throw new UnsupportedOperationException(wrongCode);
    }
}

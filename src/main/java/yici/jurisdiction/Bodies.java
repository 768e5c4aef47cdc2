package yici.jurisdiction;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import yici.kit.Translated;

/** Public bodies, and which of them decides in an area. */
@Component
public class Bodies {

    public Optional<PublicBody> find(String id) {
        throw new UnsupportedOperationException(id);
    }

    /** @throws yici.kit.NotFound for an id that is no body */
    public PublicBody get(String id) {
        throw new UnsupportedOperationException(id);
    }

    public List<PublicBody> of(String area) {
        throw new UnsupportedOperationException(area);
    }

    /** The department's own name, such as 公安部门 / Department of Public Security; also for the external parties of departments.csv. */
    public Translated departmentName(String department) {
        throw new UnsupportedOperationException(department);
    }

    /**
     * Who decides for each department in this area: the body of the area itself or of the nearest level above that has one. A department
     * with none is left out of the answer: an administrator sees the gap.
     */
    public Map<String, PublicBody> deciding(Collection<String> departments, String area) {
        throw new UnsupportedOperationException(area);
    }
}

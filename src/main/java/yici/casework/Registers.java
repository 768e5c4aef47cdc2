package yici.casework;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The departments' systems that connectors have brought in. */
@Component
class Registers {

    private final List<DepartmentDesk> desks;

    Registers(List<DepartmentDesk> desks) {
        this.desks = List.copyOf(desks);
    }

    boolean answer(String lifeEvent, String item) {
        return find(lifeEvent, item).isPresent();
    }

    Optional<DepartmentDesk> find(String lifeEvent, String item) {
        return desks.stream().filter(d -> d.answers(lifeEvent, item)).findFirst();
    }
}

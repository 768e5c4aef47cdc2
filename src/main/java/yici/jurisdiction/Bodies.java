package yici.jurisdiction;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.kit.NotFound;
import yici.kit.Translated;
import yici.kit.View;

/** Public bodies, and which of them decides in an area. */
@Component
public class Bodies {

    private final CurrentRegister register;
    private final JdbcClient db;
    private final Clock clock;

    Bodies(CurrentRegister register, JdbcClient db, Clock clock) {
        this.register = register;
        this.db = db;
        this.clock = clock;
    }

    /** Closed ones too: their old decisions still name them. */
    public Optional<PublicBody> find(String id) {
        return Optional.ofNullable(register.get().body(id)).map(Register.Entry::body);
    }

    /** @throws yici.kit.NotFound for an id that is no body */
    public PublicBody get(String id) {
        return find(id).orElseThrow(() -> new NotFound("body " + id));
    }

    /** The open bodies of the area, by department; an own-level node shows those of the area it belongs to. */
    public List<PublicBody> of(String area) {
        var today = today();
        return entries(area).stream()
                .filter(entry -> entry.isOpen(today))
                .map(Register.Entry::body)
                .toList();
    }

    /** As {@link #of}, with those that are closed. */
    public List<PublicBody> openAndClosed(String area) {
        return entries(area).stream().map(Register.Entry::body).toList();
    }

    private List<Register.Entry> entries(String code) {
        var now = register.get();
        var area = now.area(code);
        if (area == null) return List.of();
        return now.bodiesOf(area.level() == Area.Level.OWN_LEVEL ? area.parent().orElseThrow() : area.code());
    }

    /** By key; the external parties too. */
    public List<Department> departments() {
        return List.copyOf(register.get().departments());
    }

    /** The department's own name, such as 公安部门 / Department of Public Security; also for the external parties of departments.csv. */
    public Translated departmentName(String department) {
        var known = register.get().department(department);
        if (known == null) throw new NotFound("department " + department);
        return known.label();
    }

    /**
     * Who decides for each department in this area: the body of the area itself or of the nearest level above that has one. A department
     * with none is left out of the answer: an administrator sees the gap.
     */
    public Map<String, PublicBody> deciding(Collection<String> departments, String area) {
        var now = register.get();
        var here = now.area(area);
        if (here == null) throw new NotFound("area " + area);
        var today = today();
        var deciding = new LinkedHashMap<String, PublicBody>();
        for (var department : departments) {
            var body = now.deciding(department, here, today);
            if (body != null) deciding.put(department, body);
        }
        return deciding;
    }

    /** As {@link #deciding(Collection, String)}, on that day. */
    public Optional<PublicBody> deciding(String department, String area, LocalDate day) {
        var now = register.get();
        var here = now.area(area);
        if (here == null) throw new NotFound("area " + area);
        return Optional.ofNullable(now.deciding(department, here, day));
    }

    /** The open body of the department in this very area, or of the one that handles its matters. */
    public Optional<PublicBody> in(String area, String department) {
        var known = register.get().department(department);
        if (known == null) return Optional.empty();
        var decides = known.handledBy().orElse(department);
        return of(area).stream()
                .filter(body -> body.department().equals(decides))
                .findFirst();
    }

    /** The first day on which the body decides nothing any more; empty while no such day is set. */
    public Optional<LocalDate> closedFrom(String id) {
        return Optional.ofNullable(register.get().body(id)).flatMap(Register.Entry::closedOn);
    }

    /** The ids of those that decide nothing any more today. */
    public Set<String> closed() {
        return register.get().closed(today());
    }

    /** From that day on the nearest level above decides. The caller has checked who asks, and records it. */
    @Transactional
    public void close(String id, LocalDate from) {
        setClosedOn(id, Optional.of(from));
    }

    @Transactional
    public void reopen(String id) {
        setClosedOn(id, Optional.empty());
    }

    private void setClosedOn(String id, Optional<LocalDate> day) {
        int found = db.sql("update jurisdiction.body set closed_on = :day::date where id = :id")
                .param("day", day.map(LocalDate::toString).orElse(null))
                .param("id", id)
                .update();
        if (found == 0) throw new NotFound("body " + id);
        register.changed();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), View.ZONE);
    }
}

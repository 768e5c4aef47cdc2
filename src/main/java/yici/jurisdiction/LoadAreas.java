package yici.jurisdiction;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.kit.Language;
import yici.kit.SampleLoader;

/** Areas, departments and their bodies from {@code divisions.csv}, {@code former-codes.csv} and {@code departments.csv}. */
@Component
class LoadAreas implements SampleLoader {

    private final JdbcClient db;
    private final CurrentRegister register;

    LoadAreas(JdbcClient db, CurrentRegister register) {
        this.db = db;
        this.register = register;
    }

    @Override
    public String room() {
        return "jurisdiction";
    }

    @Override
    public int step() {
        return 10;
    }

    @Override
    public void load(Path sample) {
        var areas = AreasFile.read(sample);
        var formerCodes = AreasFile.readFormerCodes(sample, areas);
        var departments = DepartmentsFile.read(sample);
        var bodies = departments.stream()
                .flatMap(department -> department.bodies(areas.values()).stream())
                .toList();

        writeAreas(List.copyOf(areas.values()));
        writeFormerCodes(formerCodes);
        writeDepartments(departments);
        writeBodies(bodies);
        register.changed();
    }

    private void writeAreas(List<Area> areas) {
        db.sql("""
                        insert into jurisdiction.area (code, parent, level, name_zh, name_en)
                        select code, nullif(parent, ''), level, name_zh, name_en
                        from unnest(:code::text[], :parent::text[], :level::text[], :zh::text[], :en::text[])
                             as a(code, parent, level, name_zh, name_en)
                        on conflict (code) do update
                        set parent = excluded.parent, level = excluded.level, name_zh = excluded.name_zh, name_en = excluded.name_en
                        """)
                .param("code", column(areas, Area::code))
                .param("parent", column(areas, area -> area.parent().orElse("")))
                .param("level", column(areas, area -> area.level().name()))
                .param("zh", column(areas, area -> area.name().zh()))
                .param("en", column(areas, area -> area.name().in(Language.EN)))
                .update();
    }

    private void writeFormerCodes(List<AreasFile.FormerCode> codes) {
        db.sql("""
                        insert into jurisdiction.former_code (code, name_zh, area, changed_in)
                        select code, name_zh, area, year::integer
                        from unnest(:code::text[], :zh::text[], :area::text[], :year::text[]) as f(code, name_zh, area, year)
                        on conflict (code) do update
                        set name_zh = excluded.name_zh, area = excluded.area, changed_in = excluded.changed_in
                        """)
                .param("code", column(codes, AreasFile.FormerCode::code))
                .param("zh", column(codes, AreasFile.FormerCode::nameZh))
                .param("area", column(codes, AreasFile.FormerCode::area))
                .param("year", column(codes, code -> String.valueOf(code.changedIn())))
                .update();
    }

    private void writeDepartments(List<DepartmentsFile.Line> departments) {
        db.sql("""
                        insert into jurisdiction.department (key, name_zh, name_en, label_zh, external, handled_by)
                        select key, name_zh, name_en, label_zh, external::boolean, nullif(handled_by, '')
                        from unnest(:key::text[], :zh::text[], :en::text[], :label::text[], :external::text[], :handledBy::text[])
                             as d(key, name_zh, name_en, label_zh, external, handled_by)
                        on conflict (key) do update
                        set name_zh = excluded.name_zh, name_en = excluded.name_en, label_zh = excluded.label_zh,
                            external = excluded.external, handled_by = excluded.handled_by
                        """)
                .param("key", column(departments, DepartmentsFile.Line::key))
                .param("zh", column(departments, DepartmentsFile.Line::nameZh))
                .param("en", column(departments, DepartmentsFile.Line::nameEn))
                .param("label", column(departments, DepartmentsFile.Line::labelZh))
                .param("external", column(departments, department -> String.valueOf(department.external())))
                .param("handledBy", column(departments, DepartmentsFile.Line::handledBy))
                .update();
    }

    /** A body that was closed stays closed. */
    private void writeBodies(List<PublicBody> bodies) {
        db.sql("""
                        insert into jurisdiction.body (id, department, area, name_zh, name_en)
                        select * from unnest(:id::text[], :department::text[], :area::text[], :zh::text[], :en::text[])
                        on conflict (id) do update set name_zh = excluded.name_zh, name_en = excluded.name_en
                        """)
                .param("id", column(bodies, PublicBody::id))
                .param("department", column(bodies, PublicBody::department))
                .param("area", column(bodies, PublicBody::area))
                .param("zh", column(bodies, body -> body.name().zh()))
                .param("en", column(bodies, body -> body.name().in(Language.EN)))
                .update();
    }

    private static <T> String[] column(List<T> rows, Function<T, String> of) {
        return rows.stream().map(of).toArray(String[]::new);
    }
}

package yici.publication;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.kit.Translated;

/** Which works are in which columns by hand, and which explain which. */
@Component
class Memberships {

    /** A column as it can be chosen. */
    record Place(String key, String area, Translated name) {}

    private final JdbcClient db;

    Memberships(JdbcClient db) {
        this.db = db;
    }

    List<Place> columns() {
        return db.sql("select key, area, names from publication.special_column order by area, position, key")
                .query((row, _) ->
                        new Place(row.getString("key"), row.getString("area"), Texts.of(row.getString("names"))))
                .list();
    }

    Set<String> of(UUID work) {
        return db
                .sql("select special_column from publication.membership where work = :work")
                .param("work", work)
                .query(String.class)
                .stream()
                .collect(Collectors.toSet());
    }

    /** @param among others stay as they are */
    void put(UUID work, Collection<String> among, Collection<String> chosen) {
        db.sql("delete from publication.membership where work = :work and special_column = any(:among)")
                .param("work", work)
                .param("among", among.toArray(String[]::new))
                .update();
        for (var column : among)
            if (chosen.contains(column))
                db.sql("insert into publication.membership (special_column, work) values (:column, :work)")
                        .param("column", column)
                        .param("work", work)
                        .update();
    }

    /** Addresses of what it explains. */
    List<String> explained(UUID explainer) {
        return db.sql("""
                        select w.slug from publication.explanation x join publication.work w on w.id = x.document
                        where x.explainer = :explainer order by w.slug
                        """)
                .param("explainer", explainer)
                .query((row, _) -> row.getString("slug"))
                .list();
    }

    void explain(UUID explainer, Collection<UUID> documents) {
        db.sql("delete from publication.explanation where explainer = :explainer")
                .param("explainer", explainer)
                .update();
        for (var document : documents)
            db.sql("insert into publication.explanation (explainer, document) values (:explainer, :document)")
                    .param("explainer", explainer)
                    .param("document", document)
                    .update();
    }
}

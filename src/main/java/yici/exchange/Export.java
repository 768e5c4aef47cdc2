package yici.exchange;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import yici.catalogue.Catalogue;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;

/** The whole catalogue of a day, written down once for all who ask within a minute. */
@Component
class Export {

    enum Form {
        JSON(MediaType.APPLICATION_JSON),
        JSON_LD(MediaType.valueOf("application/ld+json")),
        TURTLE(MediaType.valueOf("text/turtle;charset=UTF-8"));

        final MediaType type;

        Form(MediaType type) {
            this.type = type;
        }
    }

    private static final int MOST_BYTES_KEPT = 48 * 1024 * 1024;

    /** Bodies and areas are in it, which may have other names or close without a new edition. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Asked(Form form, String stamp, LocalDate day, String area, String name) {}

    private final Format format;
    private final CpsvAp cpsv;
    private final Catalogue catalogue;
    private final Areas areas;
    private final Cache<Asked, Answer> written = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES_KEPT)
            .weigher((Asked _, Answer answer) -> answer.bytes().length)
            .expireAfterWrite(FRESH)
            .build();

    Export(Format format, CpsvAp cpsv, Catalogue catalogue, Areas areas) {
        this.format = format;
        this.cpsv = cpsv;
        this.catalogue = catalogue;
        this.areas = areas;
    }

    /**
     * @param area for CPSV-AP; the province where none is named
     * @param name what names of things begin with
     */
    Answer of(Form form, LocalDate day, Optional<Area> area, String name) {
        var asked = form == Form.JSON
                ? new Asked(form, catalogue.stamp(), day, "", "")
                : new Asked(
                        form,
                        catalogue.stamp(),
                        day,
                        area.orElseGet(areas::province).code(),
                        name);
        return written.get(asked, this::write);
    }

    private Answer write(Asked asked) {
        return switch (asked.form()) {
            case JSON -> Answer.of(asked.form().type, Format.write(format.export(asked.day())));
            case JSON_LD ->
                Answer.of(asked.form().type, Format.write(graph(asked).jsonLd()));
            case TURTLE -> Answer.of(asked.form().type, graph(asked).turtle());
        };
    }

    private Triples graph(Asked asked) {
        return cpsv.of(asked.name(), asked.area(), asked.day());
    }
}

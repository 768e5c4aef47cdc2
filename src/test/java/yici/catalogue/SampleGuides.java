package yici.catalogue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The guides of the sample province for specifications of other rooms, without a running product. */
public final class SampleGuides {

    private SampleGuides() {}

    public static Guide standard(String lifeEvent) {
        return Sample.theme(lifeEvent).standard();
    }

    /** Every guide that somebody has read: the nine standards, their regional variants and the invented ones. */
    public static List<Guide> all() {
        return Sample.CODES.stream()
                .flatMap(code -> Sample.theme(code).guides().values().stream())
                .toList();
    }

    public static List<Guide> standards() {
        return Sample.CODES.stream().map(SampleGuides::standard).toList();
    }

    /** The single services of the sample province. */
    public static List<Service> services() {
        var files = new CatalogueFiles(Path.of("sample"));
        var items = standards().stream()
                .flatMap(guide -> guide.items().stream().map(item -> guide.code() + "/" + item.key()))
                .collect(Collectors.toSet());
        return files.items().stream()
                .map(file -> ReadService.of(file, Sample.outside(), files.topics(), items))
                .toList();
    }

    /** @param guide empty where nobody has read it */
    public record Told(Variant variant, Optional<Guide> guide) {}

    public static List<Told> variants(String lifeEvent) {
        var theme = Sample.theme(lifeEvent);
        return theme.variants().stream()
                .map(variant ->
                        new Told(variant, Optional.ofNullable(theme.guides().get(variant.key()))))
                .toList();
    }

    public static Optional<Integer> regionalGuides(String lifeEvent) {
        return Sample.theme(lifeEvent).regionalGuides();
    }

    public static List<String> codes() {
        return Sample.CODES;
    }
}

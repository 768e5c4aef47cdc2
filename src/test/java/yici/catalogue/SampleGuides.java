package yici.catalogue;

import java.util.List;

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
        var files = new CatalogueFiles(java.nio.file.Path.of("sample"));
        var items = standards().stream()
                .flatMap(guide -> guide.items().stream().map(item -> guide.code() + "/" + item.key()))
                .collect(java.util.stream.Collectors.toSet());
        return files.items().stream()
                .map(file -> ReadService.of(file, Sample.outside(), files.topics(), items))
                .toList();
    }
}

package yici.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Where a guide contradicts itself. Nothing is corrected or hidden: the page says that the guide has it so. */
sealed interface Contradiction {

    /** The whole is promised sooner than one of its parts (rule R16). */
    record SoonerThanItsPart(Guide.Limit whole, Guide.Item part) implements Contradiction {}

    /** The published figure of days is not the promised limit. */
    record OtherDays(Guide.Limit promised, int published) implements Contradiction {}

    /** An attachment is named after another matter (rule R17). */
    record ForeignAttachment(String name) implements Contradiction {}

    static List<Contradiction> in(Guide guide) {
        var found = new ArrayList<Contradiction>();
        var whole = guide.jointLimit();
        guide.items().stream()
                .filter(i -> i.promised().unit() == whole.unit() && i.promised().value() > whole.value())
                .max(Comparator.comparingInt(i -> i.promised().value()))
                .ifPresent(i -> found.add(new SoonerThanItsPart(whole, i)));
        guide.reform()
                .after()
                .filter(after -> after.days() != whole.value())
                .ifPresent(after -> found.add(new OtherDays(whole, after.days())));
        guide.attachments().stream()
                .filter(name -> isForeign(name, guide.name().zh()))
                .forEach(name -> found.add(new ForeignAttachment(name)));
        return List.copyOf(found);
    }

    Pattern MATTER = Pattern.compile("(?:\\d+)?(?:湖南省)?(.+?)一件事.*");

    private static boolean isForeign(String attachment, String name) {
        var matter = MATTER.matcher(attachment.replaceAll("[“”\"]", ""));
        if (!matter.matches()) return false;
        String ours = name.replaceAll("[“”\"]", "").replace("一件事", "");
        return !ours.contains(matter.group(1)) && !matter.group(1).contains(ours);
    }
}

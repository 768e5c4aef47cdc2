package yici.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import yici.kit.Translated;

/**
 * A single service as the province's implementation list describes it. Texts may be empty or a placeholder of the source; pages leave
 * those out, see {@link Said}.
 *
 * @param code the item's official code and that of its business item: 430517007W00 · 01
 * @param crossArea how far away it may be applied for: NATION, PROVINCE, COUNTY, NONE
 * @param topics by audience
 * @param implementation what its implementation list says beyond that
 */
public record Service(
        String key,
        Translated name,
        String code,
        Type type,
        String implementingBody,
        String department,
        List<String> levels,
        List<Guide.Audience> audiences,
        List<Topic> topics,
        String crossArea,
        boolean online,
        int visits,
        Guide.Limit promised,
        String promisedNote,
        Guide.Limit statutory,
        String statutoryNote,
        boolean immediate,
        String condition,
        List<Document> documents,
        String flow,
        boolean charged,
        List<String> feeItems,
        Optional<Special> special,
        List<String> intermediaries,
        List<String> results,
        List<Basis> basis,
        String rights,
        String duties,
        List<PartOf> partOf,
        Implementation implementation) {

    public Service {
        // kept texts from before it do not have it
        implementation = Objects.requireNonNullElse(implementation, Implementation.NOTHING);
    }

    public enum Type {
        LICENCE,
        CONFIRMATION,
        BENEFIT,
        PUBLIC_SERVICE,
        OTHER_POWER
    }

    /** @param kind ORIGINAL, COPY, ORIGINAL_AND_COPY; the other codes are words of the same sort */
    public record Document(
            String key,
            String name,
            Guide.Necessity necessity,
            String kind,
            String form,
            int copies,
            String source,
            String sourceNote,
            String submission,
            String paper,
            String acceptStandard,
            String basis,
            List<String> attachments) {

        public Document {
            key = Objects.requireNonNullElse(key, name);
        }
    }

    /** An expert's report or joint inspection during which the clock stands still. */
    public record Special(List<String> types, Optional<Guide.Limit> limit) {}

    public record Basis(String document, String number, String clause) {}

    /** The life event in which this service can be applied for together with others. */
    public record PartOf(String lifeEvent, String item) {}

    /** As part of a life event it is the same power. */
    String power() {
        return partOf.stream()
                .findFirst()
                .map(part -> Power.keyOf(part.lifeEvent(), part.item()))
                .orElse(key);
    }

    Listed listed() {
        return new Listed(
                Listed.Kind.SERVICE,
                key,
                name,
                audiences.getFirst(),
                department,
                1,
                immediate ? 0 : promised.value(),
                visits);
    }
}

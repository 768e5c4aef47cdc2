package yici.catalogue;

import java.util.List;
import java.util.Optional;
import yici.kit.Translated;

/** One record of the catalogue, as it is handed on to others and taken from them. */
public sealed interface Holding {

    enum Kind {
        TOPIC,
        LIFE_EVENT,
        VARIANT,
        SERVICE,
        OFFER
    }

    Kind kind();

    /** Unique among its kind. */
    String key();

    /** What people and firms look for. */
    record TopicRecord(Guide.Audience audience, String topic, int position, Translated name) implements Holding {
        @Override
        public Kind kind() {
            return Kind.TOPIC;
        }

        @Override
        public String key() {
            return audience + "/" + topic;
        }
    }

    /**
     * A life event with the standard of the province.
     *
     * @param words what people say who do not know the official name
     * @param regionalGuides how many the source counts
     */
    record LifeEventRecord(
            int position,
            String topic,
            String words,
            Optional<Integer> regionalGuides,
            Optional<Integer> sourceVariants,
            Guide guide)
            implements Holding {
        @Override
        public Kind kind() {
            return Kind.LIFE_EVENT;
        }

        @Override
        public String key() {
            return guide.code();
        }
    }

    /**
     * In what areas differ from the standard, or from the variant they inherit from, and why.
     *
     * @param areas codes of those that have it
     */
    record VariantRecord(
            String lifeEvent,
            String variant,
            String parent,
            Variant.Kind difference,
            boolean invented,
            Optional<Integer> areaCount,
            boolean areasComplete,
            List<String> areas,
            String note,
            List<Change> differences)
            implements Holding {
        @Override
        public Kind kind() {
            return Kind.VARIANT;
        }

        @Override
        public String key() {
            return lifeEvent + "/" + variant;
        }
    }

    /** A single service as the province has it. */
    record ServiceRecord(Service service) implements Holding {
        @Override
        public Kind kind() {
            return Kind.SERVICE;
        }

        @Override
        public String key() {
            return service.key();
        }
    }

    /** In what the body of an area differs from that, and why. */
    record OfferRecord(String service, String area, boolean invented, List<Change> differences) implements Holding {
        @Override
        public Kind kind() {
            return Kind.OFFER;
        }

        @Override
        public String key() {
            return service + "/" + area;
        }
    }
}

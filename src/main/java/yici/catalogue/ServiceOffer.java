package yici.catalogue;

import java.util.List;
import java.util.Optional;
import yici.jurisdiction.Area;
import yici.jurisdiction.PublicBody;
import yici.kit.Translated;

/**
 * A single service as the body of an area offers it (实施清单): the text of the province with what differs here.
 *
 * @param service the whole text
 * @param from the area whose text it is: the same, the nearest above that has one of its own, or the province
 * @param body of the area itself; empty where the department has none here
 * @param differences from the province's text, and why
 * @param invented made up for the demonstration
 */
public record ServiceOffer(
        Service service,
        Area area,
        Area from,
        Optional<PublicBody> body,
        EditionHead edition,
        List<Change> differences,
        boolean invented) {

    Listed listed() {
        var listed = service.listed();
        return new Listed(
                Listed.Kind.OFFER,
                service.key() + "/" + area.code(),
                name(),
                listed.audience(),
                listed.lead(),
                1,
                listed.promisedDays(),
                listed.visits());
    }

    /** Of what by whom. */
    Translated name() {
        return SearchLine.named(body.map(PublicBody::name).orElse(area.name()), service.name());
    }

    boolean isOwn() {
        return from.code().equals(area.code()) && !edition.variant().equals(Variant.STANDARD);
    }
}

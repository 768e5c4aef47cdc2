package yici.exchange;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import yici.catalogue.Catalogue;
import yici.catalogue.Guide;
import yici.catalogue.Offer;
import yici.catalogue.Said;
import yici.catalogue.Service;
import yici.catalogue.ServiceOffers;
import yici.catalogue.Topic;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.jurisdiction.Bodies;
import yici.jurisdiction.PublicBody;
import yici.kit.Translated;

/**
 * The catalogue as an area offers it, in the words of CPSV-AP 3.2. Every name leads to the page of the thing or into the document itself; what
 * reads differently elsewhere has the area in its name, so that the documents of two areas can be joined.
 */
@Component
class CpsvAp {

    private static final String CHINESE = "http://publications.europa.eu/resource/authority/language/ZHO";
    private static final String YUAN = "http://publications.europa.eu/resource/authority/currency/CNY";

    private final Catalogue catalogue;
    private final ServiceOffers offers;
    private final Areas areas;
    private final Bodies bodies;

    CpsvAp(Catalogue catalogue, ServiceOffers offers, Areas areas, Bodies bodies) {
        this.catalogue = catalogue;
        this.offers = offers;
        this.areas = areas;
        this.bodies = bodies;
    }

    /**
     * @param base address of this product, without a slash at the end
     * @throws yici.kit.NotFound for a code that is no area
     */
    Triples of(String base, String area, LocalDate day) {
        return new Writing(base, areas.get(area), day).all();
    }

    private final class Writing {
        private final Triples triples = new Triples();
        private final Set<String> written = new HashSet<>();
        private final Set<String> events = new HashSet<>();
        private final String base;
        private final String own;
        private final Area area;
        private final LocalDate day;

        Writing(String base, Area area, LocalDate day) {
            this.base = base;
            this.own = base + "/api/v1/catalogue#";
            this.area = area;
            this.day = day;
        }

        Triples all() {
            for (var listed : catalogue.lifeEvents())
                catalogue.offer(listed.code(), area.code(), day).ifPresent(this::lifeEvent);
            for (var service : catalogue.services())
                offers.find(service.key(), area.code(), day).ifPresent(offer -> single(offer.service()));
            return triples;
        }

        // --- life events -------------------------------------------------------------------------------------------

        private void lifeEvent(Offer.Offered offered) {
            var guide = offered.edition().guide();
            events.add(guide.code());
            var iri = event(guide.code());
            var event = triples.about(
                            iri,
                            "cv:Event",
                            guide.audience() == Guide.Audience.PERSONAL ? "cv:LifeEvent" : "cv:BusinessEvent")
                    .plain("dct:identifier", here(guide.code()))
                    .said("dct:title", guide.name())
                    .said("dct:description", guide.flow().text())
                    .link("dct:type", concept("audience", guide.audience().name(), audience(guide.audience())));
            for (var item : guide.items()) {
                event.link("cv:hasRelatedService", item(guide, item.key()));
                item(guide, item, iri);
            }
        }

        private void item(Guide guide, Guide.Item item, String event) {
            var iri = item(guide, item.key());
            var description = guide.conditions().stream()
                    .filter(c -> c.appliesTo().isEmpty() || c.appliesTo().contains(item.key()))
                    .map(Guide.Condition::text)
                    .findFirst()
                    .orElse(item.name());
            var service = triples.about(iri, "cpsv:PublicService")
                    .plain("dct:identifier", here(guide.code() + "/" + item.key()))
                    .said("dct:title", item.name())
                    .said("dct:description", description)
                    .link("cv:isGroupedBy", event)
                    .link("cv:hasCompetentAuthority", authority(item.department()))
                    .link("dct:audience", concept("audience", guide.audience().name(), audience(guide.audience())))
                    .link("dct:language", CHINESE)
                    .link("dct:spatial", place(area));
            guide.conditions().stream()
                    .filter(c -> c.appliesTo().isEmpty() || c.appliesTo().contains(item.key()))
                    .filter(c -> Said.something(c.text().zh()))
                    .forEach(c -> service.link("cv:holdsRequirement", requirement(guide, c)));
            for (var paper : guide.evidence())
                if (paper.usedBy().contains(item.key())
                        && Said.something(paper.name().zh())) service.link("cpsv:hasInput", evidence(guide, paper));
            guide.servicePoints().stream()
                    .filter(point -> point.area().equals(area.code()))
                    .forEach(point -> contact(service, iri, point.consultPhone()));
            item.result()
                    .filter(result -> Said.something(result.zh()))
                    .ifPresent(result -> service.link("cpsv:produces", output(iri, result)));
            for (var before : item.prerequisites())
                before.item().ifPresent(other -> service.link("dct:requires", item(guide, other)));
            if (item.offlineOnly()) service.link("cv:hasChannel", channel(iri, "window"));
            else service.link("cv:hasChannel", channel(iri, "online")).link("cv:hasChannel", channel(iri, "window"));
            duration(item.promised()).ifPresent(p -> service.value("cv:processingTime", p, "xsd:duration"));
            service.link("cpsv:follows", rule(iri, item.name(), item.promised(), item.statutory()));
        }

        private String requirement(Guide guide, Guide.Condition condition) {
            var iri = event(guide.code()).replace("#event", "#condition-" + condition.key());
            if (written.add(iri))
                triples.about(iri, "cv:Requirement")
                        .plain("dct:identifier", here(guide.code() + "/" + condition.key()))
                        .said("dct:title", condition.title().orElse(condition.text()))
                        .said("dct:description", condition.text());
            return iri;
        }

        private String evidence(Guide guide, Guide.Evidence paper) {
            var iri = event(guide.code()).replace("#event", "#evidence-" + paper.key());
            if (written.add(iri))
                triples.about(iri, "cv:Evidence")
                        .plain("dct:identifier", here(guide.code() + "/" + paper.key()))
                        .said("dct:title", paper.name())
                        .chinese("dct:description", paper.when());
            return iri;
        }

        // --- single services ---------------------------------------------------------------------------------------

        private void single(Service service) {
            var iri = service(service.key()) + "#service";
            var described = Said.something(service.condition()) ? Translated.zh(service.condition()) : service.name();
            var written = triples.about(iri, "cpsv:PublicService")
                    .plain("dct:identifier", here(service.key()))
                    .said("dct:title", service.name())
                    .said("dct:description", described)
                    .link("cv:hasCompetentAuthority", authority(service.department()))
                    .link("dct:type", concept("type", service.type().name(), Translated.zh(type(service.type()))))
                    .link("dct:language", CHINESE)
                    .link("dct:spatial", place(area))
                    .link(
                            "cpsv:follows",
                            rule(iri, service.name(), service.promised(), Optional.of(service.statutory())));
            for (var audience : service.audiences())
                written.link("dct:audience", concept("audience", audience.name(), audience(audience)));
            for (var topic : service.topics()) written.link("cv:thematicArea", topic(topic));
            for (var paper : service.documents())
                if (Said.something(paper.name())) written.link("cpsv:hasInput", evidence(service, paper));
            for (var result : service.results())
                if (Said.something(result)) written.link("cpsv:produces", output(iri, Translated.zh(result)));
            service.implementation().contact().ifPresent(c -> contact(written, iri, c.consultPhone()));
            for (var basis : service.basis()) written.link("cv:hasLegalResource", law(basis));
            if (service.online()) written.link("cv:hasChannel", channel(iri, "online"));
            if (!service.online() || service.visits() > 0) written.link("cv:hasChannel", channel(iri, "window"));
            duration(service.promised()).ifPresent(p -> written.value("cv:processingTime", p, "xsd:duration"));
            for (var part : service.partOf())
                if (events.contains(part.lifeEvent())) written.link("cv:isGroupedBy", event(part.lifeEvent()));
            cost(iri, service, written);
        }

        private String evidence(Service service, Service.Document paper) {
            var iri = service(service.key()) + "#evidence-" + encoded(paper.key());
            triples.about(iri, "cv:Evidence")
                    .plain("dct:identifier", here(service.key() + "/" + paper.key()))
                    .chinese("dct:title", paper.name())
                    .chinese("dct:description", paper.acceptStandard());
            return iri;
        }

        private String law(Service.Basis basis) {
            var name = (basis.document() + " " + basis.number()).strip();
            var iri = own + "law/" + encoded(name);
            triples.about(iri, "eli:LegalResource").chinese("dct:title", name);
            return iri;
        }

        private void cost(String service, Service text, Triples.Subject written) {
            if (!text.charged()) return;
            var iri = service.replace("#service", "#cost");
            triples.about(iri, "cv:Cost")
                    .plain("dct:identifier", here(text.key() + "/cost"))
                    .chinese("dct:description", text.feeItems().isEmpty() ? "收费" : String.join("；", text.feeItems()))
                    .link("cv:currency", YUAN);
            written.link("cv:hasCost", iri);
        }

        // --- what both have ----------------------------------------------------------------------------------------

        private String output(String service, Translated name) {
            var iri = service + "-output-" + encoded(name.zh());
            if (written.add(iri))
                triples.about(iri, "cv:Output")
                        .plain("dct:identifier", iri.substring(base.length() + 1))
                        .said("dct:title", name);
            return iri;
        }

        private void contact(Triples.Subject service, String iri, String phone) {
            if (!Said.something(phone)) return;
            triples.about(iri + "-contact", "cv:ContactPoint").plain("cv:telephone", phone);
            service.link("cv:contactPoint", iri + "-contact");
        }

        private String channel(String service, String kind) {
            var iri = service + "-" + kind;
            if (written.add(iri))
                triples.about(iri, "cv:Channel")
                        .plain("dct:identifier", iri.substring(base.length() + 1))
                        .link(
                                "dct:type",
                                concept(
                                        "channel",
                                        kind,
                                        kind.equals("online")
                                                ? Translated.of("网上办理", "online")
                                                : Translated.of("窗口办理", "at the window")));
            return iri;
        }

        /** Working days are no duration of XML Schema, so the promise is told in words too. */
        private String rule(String service, Translated name, Guide.Limit promised, Optional<Guide.Limit> statutory) {
            var iri = service + "-limit";
            triples.about(iri, "cpsv:Rule")
                    .plain("dct:identifier", iri.substring(base.length() + 1))
                    .said("dct:title", name)
                    .said(
                            "dct:description",
                            Translated.of(
                                    "承诺时限：" + chinese(promised)
                                            + statutory
                                                    .map(s -> "；法定时限：" + chinese(s))
                                                    .orElse(""),
                                    "promised: " + english(promised)
                                            + statutory
                                                    .map(s -> "; by law: " + english(s))
                                                    .orElse("")));
            return iri;
        }

        private String authority(String department) {
            var body = bodies.deciding(List.of(department), area.code()).get(department);
            return body == null ? departmentIri(department) : body(body);
        }

        private String body(PublicBody body) {
            var iri = base + "/bodies/" + body.id();
            if (written.add(iri))
                triples.about(iri, "cv:PublicOrganisation")
                        .plain("dct:identifier", body.id())
                        .said("skos:prefLabel", body.name())
                        .link("dct:spatial", place(areas.get(body.area())));
            return iri;
        }

        /** Nobody decides in this area: then the line of government work is named. */
        private String departmentIri(String department) {
            var iri = own + "department/" + department;
            if (written.add(iri))
                triples.about(iri, "cv:PublicOrganisation")
                        .plain("dct:identifier", department)
                        .said("skos:prefLabel", bodies.departmentName(department))
                        .link("dct:spatial", place(areas.province()));
            return iri;
        }

        private String place(Area place) {
            var iri = base + "/areas/" + place.code();
            if (written.add(iri))
                triples.about(iri, "dct:Location")
                        .plain("dct:identifier", place.code())
                        .said("locn:geographicName", place.name());
            return iri;
        }

        private String topic(Topic topic) {
            return concept("topic/" + topic.audience(), topic.key(), topic.name());
        }

        private String concept(String list, String code, Translated name) {
            var iri = own + list.toLowerCase(Locale.ROOT) + "/" + encoded(code.toLowerCase(Locale.ROOT));
            if (written.add(iri))
                triples.about(iri, "skos:Concept").plain("skos:notation", code).said("skos:prefLabel", name);
            return iri;
        }

        private String event(String code) {
            return base + "/events/" + code + (isProvince() ? "" : "?area=" + area.code()) + "#event";
        }

        private String item(Guide guide, String key) {
            return event(guide.code()).replace("#event", "#item-" + key);
        }

        private String service(String key) {
            return base + "/services/" + encoded(key) + (isProvince() ? "" : "/offers/" + area.code());
        }

        /** A thing's identifier; what is told for an area says for which. */
        private String here(String identifier) {
            return isProvince() ? identifier : identifier + "@" + area.code();
        }

        private boolean isProvince() {
            return area.level() == Area.Level.PROVINCE;
        }
    }

    private static Translated audience(Guide.Audience audience) {
        return audience == Guide.Audience.PERSONAL
                ? Translated.of("个人", "persons")
                : Translated.of("企业和单位", "organisations");
    }

    private static String type(Service.Type type) {
        return switch (type) {
            case LICENCE -> "行政许可";
            case CONFIRMATION -> "行政确认";
            case BENEFIT -> "行政给付";
            case PUBLIC_SERVICE -> "公共服务";
            case OTHER_POWER -> "其他行政权力";
        };
    }

    /** Empty for working days: how long they are depends on the calendar. */
    private static Optional<String> duration(Guide.Limit limit) {
        return switch (limit.unit()) {
            case WORKING_DAY -> limit.value() == 0 ? Optional.of("P0D") : Optional.empty();
            case DAY -> Optional.of("P" + limit.value() + "D");
            case HOUR -> Optional.of("PT" + limit.value() + "H");
            case MONTH -> Optional.of("P" + limit.value() + "M");
            case YEAR -> Optional.of("P" + limit.value() + "Y");
        };
    }

    private static String chinese(Guide.Limit limit) {
        return limit.value()
                + switch (limit.unit()) {
                    case WORKING_DAY -> "个工作日";
                    case DAY -> "天";
                    case HOUR -> "小时";
                    case MONTH -> "个月";
                    case YEAR -> "年";
                };
    }

    private static String english(Guide.Limit limit) {
        return limit.value() + " "
                + limit.unit().name().toLowerCase(Locale.ROOT).replace('_', ' ') + "(s)";
    }

    private static String encoded(String name) {
        return UriUtils.encodePathSegment(name, StandardCharsets.UTF_8);
    }
}

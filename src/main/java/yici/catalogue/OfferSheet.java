package yici.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import yici.kit.View;

/** Everything an implementation list says, in the groups of the national standard, as people read it. What nobody has said is left out. */
final class OfferSheet {

    /** @param content in Chinese, as the source has it; else words of the interface */
    record Value(boolean content, String text) {}

    record Row(String label, List<Value> values) {}

    record Section(String id, String title, List<Row> rows) {}

    private final View view;
    private final Service service;
    private final Implementation more;
    private final List<Section> sections = new ArrayList<>();
    private List<Row> rows = new ArrayList<>();

    private OfferSheet(View view, Service service) {
        this.view = view;
        this.service = service;
        this.more = service.implementation();
    }

    static List<Section> of(View view, Service service) {
        var sheet = new OfferSheet(view, service);
        sheet.identity();
        sheet.basis();
        sheet.time();
        sheet.handling();
        sheet.conditions();
        sheet.flow();
        sheet.fees();
        sheet.results();
        sheet.contact();
        sheet.rights();
        sheet.easing();
        return List.copyOf(sheet.sections);
    }

    /** What is said of one document. */
    static List<Row> paper(View view, Service service, Service.Document paper) {
        var sheet = new OfferSheet(view, service);
        sheet.paper(paper);
        service.implementation().papers().stream()
                .filter(more -> more.key().equals(paper.key()))
                .findFirst()
                .ifPresent(sheet::furtherPaper);
        return List.copyOf(sheet.rows);
    }

    private void paper(Service.Document paper) {
        row(field("kind"), words(view.t("catalogue.original." + paper.kind())));
        row(field("form"), words(view.t("catalogue.form." + paper.form())));
        row(field("copies"), words(Count.of(view, "catalogue.copies", paper.copies())));
        said("paper", paper.paper());
        row(field("source"), List.of(word(view.t("catalogue.source." + paper.source())), content(paper.sourceNote())));
        row(field("submission"), words(view.t("catalogue.way." + paper.submission())));
        said("acceptStandard", paper.acceptStandard());
        said("basis", paper.basis());
        row(
                field("attachments"),
                paper.attachments().stream().map(OfferSheet::content).toList());
    }

    private void furtherPaper(Implementation.Paper paper) {
        said("code", paper.code());
        said("standardMaterial", paper.standardMaterial());
        row(field("codes"), paper.codes().stream().map(OfferSheet::labelled).toList());
        said("fillingNote", paper.fillingNote());
        said("blankForm", paper.blankForm());
        said("sample", paper.sample());
        paper.waiver().ifPresent(waiver -> row(field("waiver"), words(view.t("catalogue.value.waiver." + waiver))));
        said("licenceType", paper.licenceType());
        said("photoSpec", paper.photo());
    }

    private void identity() {
        for (var code : more.codes()) {
            var label = view.t("catalogue.code." + code.key());
            row(label.startsWith("catalogue.code.") ? code.key() : label, code(code));
        }
        said("implementingBody", service.implementingBody());
        words("levels", service.levels().stream().map(level -> "catalogue.level." + level));
        words("audiences", service.audiences().stream().map(a -> "catalogue.audience." + a));
        row(
                field("topics"),
                service.topics().stream()
                        .map(topic -> new Value(view.fallsBack(topic.name()), view.t(topic.name())))
                        .toList());
        close("identity");
    }

    private void basis() {
        basis("basis", service.basis());
        basis("furtherBasis", more.furtherBasis());
        more.powerSource().ifPresent(source -> row(field("powerSource"), code(source)));
        close("basis");
    }

    private void basis(String name, List<Service.Basis> documents) {
        row(
                field(name),
                documents.stream()
                        .map(b -> content(b.document(), b.number(), b.clause()))
                        .toList());
    }

    private void time() {
        row(
                field("promised"),
                words(service.immediate() ? view.t("catalogue.limit.atOnce") : Count.limit(view, service.promised())));
        said("promisedNote", service.promisedNote());
        row(field("statutory"), words(Count.limit(view, service.statutory())));
        said("statutoryNote", service.statutoryNote());
        yes("immediate", Optional.of(service.immediate()));
        service.special()
                .ifPresent(special -> row(
                        field("special"),
                        Stream.concat(
                                        special.types().stream().map(OfferSheet::content),
                                        special.limit().stream().map(limit -> word(Count.limit(view, limit))))
                                .toList()));
        more.specialProcedure().ifPresent(special -> {
            row(field("specialProcedure"), List.of(content(special.name(), special.basis())));
            yes("stopsClock", special.stopsClock());
        });
        close("time");
    }

    private void handling() {
        row(
                field("handling"),
                more.handling().stream().map(OfferSheet::labelled).toList());
        yes("online", Optional.of(service.online()));
        row(field("visits"), words(Count.of(view, "catalogue.visits", service.visits())));
        more.access().ifPresent(access -> {
            yes("hall", access.hall());
            yes("booking", access.booking());
            yes("terminal", access.terminal());
            said("onlineAddress", access.onlineAddress());
            yes("pcSignOn", access.pcSignOn());
            said("mobileAddress", access.mobileAddress());
            yes("mobileSignOn", access.mobileSignOn());
        });
        more.depth().ifPresent(depth -> {
            said("level", depth.level());
            said("explanation", depth.explanation());
            said("presenceReason", depth.presenceReason());
        });
        row(field("crossArea"), words(view.t("catalogue.crossArea." + service.crossArea())));
        close("handling");
    }

    private void conditions() {
        said("condition", service.condition());
        said("quantityLimit", more.quantityLimit());
        said("prohibitions", more.prohibitions());
        close("conditions");
    }

    private void flow() {
        said("flow", service.flow());
        for (var step : more.steps())
            row(
                    step.number() + ". " + step.name(),
                    Stream.of(
                                    Stream.of(content(step.office(), step.person())),
                                    step.limit().stream().map(limit -> word(Count.limit(view, limit))),
                                    Stream.of(content(step.result())))
                            .flatMap(values -> values)
                            .toList());
        said("flowChart", more.flowChart());
        row(
                field("intermediaries"),
                service.intermediaries().stream().map(OfferSheet::content).toList());
        close("flow");
    }

    private void fees() {
        yes("charged", Optional.of(service.charged()));
        row(
                field("feeItems"),
                service.feeItems().stream().map(OfferSheet::content).toList());
        for (var fee : more.feeLines()) {
            row(fee.name(), List.of(content(fee.standard(), fee.basis())));
            said("reduction", fee.reduction());
        }
        yes("onlinePayment", more.onlinePayment());
        close("fees");
    }

    private void results() {
        row(
                field("results"),
                service.results().stream().map(OfferSheet::content).toList());
        for (var outcome : more.outcomes()) {
            row(outcome.name(), List.of(content(outcome.type(), outcome.licenceType())));
            said("sample", outcome.sample());
            row(
                    field("delivery"),
                    outcome.delivery().stream().map(OfferSheet::labelled).toList());
            outcome.deliveryLimit().ifPresent(limit -> row(field("deliveryLimit"), words(Count.limit(view, limit))));
        }
        close("results");
    }

    private void contact() {
        more.contact().ifPresent(contact -> {
            row(field("ways"), contact.ways().stream().map(OfferSheet::labelled).toList());
            said("text", contact.text());
            said("consultPhone", contact.consultPhone());
            said("complaintPhone", contact.complaintPhone());
            said("address", contact.address());
            said("hours", contact.hours());
            said("transport", contact.transport());
        });
        close("contact");
    }

    private void rights() {
        said("rights", service.rights());
        said("duties", service.duties());
        more.remedies().ifPresent(remedies -> {
            said("reconsideration", remedies.reconsideration());
            said("litigation", remedies.litigation());
        });
        close("rights");
    }

    private void easing() {
        more.easing().ifPresent(easing -> {
            yes("owed", easing.owed());
            yes("commitment", easing.commitment());
            yes("withoutApplying", easing.withoutApplying());
            yes("byMachine", easing.byMachine());
        });
        close("easing");
    }

    // --- what is said ----------------------------------------------------------------------------------------------

    private void close(String id) {
        if (!rows.isEmpty()) sections.add(new Section(id, view.t("catalogue.offer.section." + id), List.copyOf(rows)));
        rows = new ArrayList<>();
    }

    private String field(String name) {
        return view.t("catalogue.field." + name);
    }

    private void said(String name, String text) {
        row(field(name), List.of(content(text)));
    }

    private void yes(String name, Optional<Boolean> said) {
        said.ifPresent(yes -> row(field(name), words(view.t(yes ? "catalogue.value.yes" : "catalogue.value.no"))));
    }

    private void words(String name, Stream<String> keys) {
        row(
                field(name),
                words(String.join(view.t("catalogue.comma"), keys.map(view::t).toList())));
    }

    private void row(String label, List<Value> values) {
        var said = values.stream().filter(value -> !value.text().isBlank()).toList();
        if (!said.isEmpty()) rows.add(new Row(label, said));
    }

    private static Value word(String text) {
        return new Value(false, text);
    }

    private static List<Value> words(String text) {
        return List.of(word(text));
    }

    /** The texts that say something, side by side. */
    private static Value content(String... texts) {
        return new Value(
                true, String.join(" ", Stream.of(texts).filter(Said::something).toList()));
    }

    private static Value labelled(Implementation.Code code) {
        return new Value(true, code.label().isEmpty() ? code.code() : code.label() + "（" + code.code() + "）");
    }

    private static List<Value> code(Implementation.Code code) {
        return List.of(
                code.code().isEmpty()
                        ? new Value(true, code.label())
                        : code.label().isEmpty() ? word(code.code()) : labelled(code));
    }
}

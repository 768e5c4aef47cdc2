package yici.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import yici.catalogue.Implementation.Code;

/** Reads of an item file what its implementation list says beyond the service: codes with their labels, scenarios, where it comes from. */
final class ReadImplementation {

    private final Json file;

    private ReadImplementation(Json file) {
        this.file = file;
    }

    static Implementation of(Json file) {
        return new ReadImplementation(file).read();
    }

    private Implementation read() {
        var nothing = Implementation.NOTHING;
        return new Implementation(
                codes(),
                nothing.furtherBasis(),
                nothing.powerSource(),
                nothing.handling(),
                nothing.access(),
                nothing.depth(),
                nothing.quantityLimit(),
                nothing.prohibitions(),
                nothing.steps(),
                nothing.flowChart(),
                nothing.specialProcedure(),
                nothing.feeLines(),
                nothing.onlinePayment(),
                nothing.outcomes(),
                nothing.contact(),
                nothing.remedies(),
                nothing.easing(),
                nothing.faq(),
                file.list("materials").stream().map(ReadImplementation::paper).toList(),
                List.of(scenario()),
                provenance());
    }

    private List<Code> codes() {
        var codes = new ArrayList<Code>();
        codes.add(new Code("unifyId", file.text("unifyId"), ""));
        codes.add(new Code("ywCode", file.text("ywCode"), ""));
        file.maybe("serviceId").ifPresent(id -> codes.add(new Code("serviceId", id.text(), "")));
        codes.add(coded("itemType", file.at("itemType")));
        codes.add(new Code("department", file.text("department"), file.textOrNone("departmentLabel")));
        codes.add(coded("crossAreaScope", file.at("crossAreaScope")));
        codes.add(new Code("schemeLevels", String.join(",", file.texts("levels")), ""));
        codes.add(new Code("serveObject", String.join(",", file.texts("serviceObjects")), ""));
        codes.add(new Code("subjectClasses", "", String.join("、", file.texts("subjectClasses"))));
        codes.add(new Code("intermediary", "", file.at("intermediary").textOrNone("label")));
        return codes.stream()
                .filter(code -> !code.code().isEmpty() || !code.label().isEmpty())
                .toList();
    }

    private static Code coded(String key, Json json) {
        return new Code(key, json.text("code"), json.textOrNone("zh"));
    }

    private static Implementation.Paper paper(Json json) {
        var codes = Stream.of("necessity", "kind", "form", "source", "submission")
                .map(field -> new Code(field, json.text(field), json.textOrNone(field + "Label")))
                .toList();
        return new Implementation.Paper(json.text("key"), "", "", codes, "", "", "", Optional.empty(), "", "");
    }

    /** The source's pages show one business item each. */
    private Implementation.Scenario scenario() {
        return new Implementation.Scenario(
                file.text("ywCode"),
                file.at("name").text("zh"),
                "",
                file.list("materials").stream().map(m -> m.text("key")).toList());
    }

    private Optional<Implementation.Provenance> provenance() {
        var sources = file.texts("sourcePaths");
        return sources.isEmpty()
                ? Optional.empty()
                : Optional.of(new Implementation.Provenance(
                        sources, file.texts("derivedFields"), file.texts("paraphrasedFields")));
    }
}

package yici.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import yici.catalogue.Holding;
import yici.catalogue.Holdings;
import yici.kit.Language;
import yici.kit.Shape;

/**
 * The description of reading the catalogue (OpenAPI 3.1). Records describe themselves, parameters are those that requests are read by; a test
 * holds the addresses against the controllers.
 */
final class OpenApi {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String JSON = "application/json";
    private static final String EVENT = "43PCN0009";
    private static final String SERVICE = "harvester-permit";

    private final ObjectNode document = JsonNodeFactory.instance.objectNode();

    private OpenApi() {}

    static JsonNode document() {
        return new OpenApi().write();
    }

    private JsonNode write() {
        document.put("openapi", "3.1.0");
        info(document.putObject("info"));
        document.putArray("servers").addObject().put("url", "/").put("description", "This installation.");
        document.putArray("security"); // nobody has to say who he is
        tags();
        paths(document.putObject("paths"));
        components(document.putObject("components"));
        return document;
    }

    private static void info(ObjectNode info) {
        info.put("title", "Catalogue of services and life events")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "Reading the catalogue: everything at once, as our JSON or as CPSV-AP 3.2, or record by record, paged and filtered. "
                                + "Everything here is public. Every answer carries an ETag; who sends it back as If-None-Match gets 304 while "
                                + "nothing has changed. Addresses have no slash at the end. Problems are told as problem details (RFC 9457) in "
                                + "the language of Accept-Language: zh, en, fr, ko or ja.");
        info.putObject("contact").put("name", "The administrators of this installation");
        info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
    }

    private void tags() {
        var tags = document.putArray("tags");
        tags.addObject().put("name", "whole").put("description", "Everything at once.");
        tags.addObject().put("name", "records").put("description", "Record by record.");
        tags.addObject().put("name", "descriptions").put("description", "What answers look like.");
    }

    // --- addresses -------------------------------------------------------------------------------------------------

    private void paths(ObjectNode paths) {
        var negotiated = read(
                paths,
                ExportApi.WHOLE,
                "readCatalogue",
                "whole",
                "The whole catalogue of a day",
                "In the form of the Accept header: our JSON, JSON-LD or Turtle. An area can be named for JSON-LD and Turtle only.",
                Parameter.OF_GRAPH);
        var forms = negotiated.putObject("content");
        forms.putObject(JSON).set("schema", ref("Catalogue"));
        forms.putObject("application/ld+json").set("schema", object());
        forms.putObject("text/turtle").set("schema", string());
        problem(negotiatedResponses(paths, ExportApi.WHOLE), "406", "None of the forms that are accepted is there.");

        content(
                read(
                        paths,
                        ExportApi.WHOLE + ".json",
                        "readCatalogueAsJson",
                        "whole",
                        "The whole catalogue of a day in our JSON",
                        "What is needed to hold the same elsewhere: it can be imported as it is.",
                        Parameter.OF_DAY),
                JSON,
                ref("Catalogue"));
        content(
                read(
                        paths,
                        ExportApi.WHOLE + ".jsonld",
                        "readCatalogueAsJsonLd",
                        "whole",
                        "What an area offers, as CPSV-AP 3.2 in JSON-LD",
                        "Life events, the services in them and single services as they read in the area on that day; of the province where no "
                                + "area is named.",
                        Parameter.OF_GRAPH),
                "application/ld+json",
                object());
        content(
                read(
                        paths,
                        ExportApi.WHOLE + ".ttl",
                        "readCatalogueAsTurtle",
                        "whole",
                        "What an area offers, as CPSV-AP 3.2 in Turtle",
                        "The same graph as in JSON-LD.",
                        Parameter.OF_GRAPH),
                "text/turtle",
                string());
        content(
                read(
                        paths,
                        RecordsApi.LIST,
                        "listRecords",
                        "records",
                        "Records, page by page",
                        "Those for which all that is asked holds, in an order in which each can be taken. The Link header leads to the next and "
                                + "the previous page.",
                        Parameter.OF_LIST),
                JSON,
                ref("Page"));
        for (var kind : Holding.Kind.values()) record(paths, kind);
        content(
                read(
                        paths,
                        Format.SCHEMA_PATH,
                        "readSchema",
                        "descriptions",
                        "The JSON Schema of our JSON",
                        "Draft 2020-12, made from the records themselves.",
                        Set.of()),
                "application/schema+json",
                object());
        content(
                read(
                        paths,
                        ExportApi.DESCRIPTION,
                        "readDescription",
                        "descriptions",
                        "This description",
                        "OpenAPI 3.1.",
                        Set.of()),
                ExportApi.OPENAPI.toString(),
                object());
    }

    private void record(ObjectNode paths, Holding.Kind kind) {
        record Described(String path, String operation, String summary) {}
        var described = switch (kind) {
            case TOPIC -> new Described("topics/{audience}/{topic}", "readTopic", "A topic");
            case LIFE_EVENT ->
                new Described("life-events/{code}", "readLifeEvent", "A life event with the standard of the province");
            case VARIANT ->
                new Described(
                        "life-events/{code}/variants/{variant}",
                        "readVariant",
                        "In what areas differ from the standard of a life event, and why");
            case SERVICE -> new Described("services/{key}", "readService", "A single service as the province has it");
            case OFFER ->
                new Described(
                        "services/{key}/offers/{area}",
                        "readOffer",
                        "In what the body of an area differs in a single service, and why");
        };
        var path = ExportApi.WHOLE + "/" + described.path();
        content(
                read(
                        paths,
                        path,
                        described.operation(),
                        "records",
                        described.summary(),
                        "As it is in force on the day.",
                        Parameter.OF_DAY),
                JSON,
                ref(name(kind)));
        for (var part : described.path().split("/"))
            if (part.startsWith("{")) pathParameter(paths, path, part.substring(1, part.length() - 1));
        problem(negotiatedResponses(paths, path), "404", "There is no such record on that day.");
    }

    private static void pathParameter(ObjectNode paths, String path, String name) {
        var parameter = paths.withObject("/" + path.replace("~", "~0").replace("/", "~1"))
                .withObject("/get")
                .withArray("parameters")
                .addObject()
                .put("name", name)
                .put("in", "path")
                .put("required", true);
        parameter.put(
                "description",
                switch (name) {
                    case "audience" -> "For whom: PERSONAL or LEGAL.";
                    case "topic" -> "Key of the topic.";
                    case "code" -> "Code of the life event.";
                    case "variant" -> "Key of the variant.";
                    case "key" -> "Key of the service.";
                    case "area" -> "Code of the area.";
                    default -> throw new IllegalStateException("nobody has described " + name);
                });
        parameter.set("schema", string());
        if (name.equals("code")) parameter.put("example", EVENT);
        if (name.equals("key")) parameter.put("example", SERVICE);
    }

    /** @return the answer 200, to be filled */
    private static ObjectNode read(
            ObjectNode paths,
            String path,
            String operation,
            String tag,
            String summary,
            String description,
            Set<Parameter> parameters) {
        var get = paths.putObject(path).putObject("get");
        get.put("operationId", operation).put("summary", summary).put("description", description);
        get.putArray("tags").add(tag);
        var asked = get.putArray("parameters");
        Arrays.stream(Parameter.values())
                .filter(parameters::contains)
                .forEach(p -> asked.addObject().put("$ref", "#/components/parameters/" + p.key()));
        asked.addObject().put("$ref", "#/components/parameters/ifNoneMatch");
        var responses = get.putObject("responses");
        var good = responses.putObject("200").put("description", "What was asked for.");
        good.putObject("headers").putObject("ETag").put("$ref", "#/components/headers/ETag");
        responses.putObject("304").put("description", "Nothing has changed since the ETag that was sent.");
        if (!parameters.isEmpty()) responses.putObject("400").put("$ref", "#/components/responses/Problem");
        return good;
    }

    private static ObjectNode negotiatedResponses(ObjectNode paths, String path) {
        return (ObjectNode) paths.get(path).get("get").get("responses");
    }

    private static void problem(ObjectNode responses, String status, String description) {
        problemContent(responses.putObject(status).put("description", description));
    }

    private static void problemContent(ObjectNode response) {
        content(response, "application/problem+json", ref("Problem"));
    }

    private static void content(ObjectNode response, String type, ObjectNode schema) {
        response.withObject("/content").putObject(type).set("schema", schema);
    }

    // --- what addresses have in common -----------------------------------------------------------------------------

    private static void components(ObjectNode components) {
        var schemas = components.putObject("schemas");
        var definitions = Shape.definitions();
        var catalogue = JsonNodeFactory.instance.objectNode();
        Format.describe(catalogue, definitions, SCHEMAS);
        definitions.put("Catalogue", catalogue);
        definitions.put("Page", page());
        definitions.put("Problem", problem());
        definitions.forEach(schemas::set);
        parameters(components.putObject("parameters"));
        var tag = components.putObject("headers").putObject("ETag");
        tag.put("description", "A mark of what stands in the answer.").set("schema", string());
        problemContent(components
                .putObject("responses")
                .putObject("Problem")
                .put("description", "A parameter is not known or cannot be read: which, and what could stand there."));
    }

    private static ObjectNode page() {
        var page = object();
        var properties = page.putObject("properties");
        properties.putObject("day").put("type", "string").put("format", "date");
        for (var number : List.of("total", "page", "limit"))
            properties.putObject(number).put("type", "integer");
        var entries = properties.putObject("entries").put("type", "array");
        entries.set("items", entry());
        var required = page.putArray("required");
        properties.propertyNames().forEach(required::add);
        return page;
    }

    private static ObjectNode entry() {
        var entry = object();
        var properties = entry.putObject("properties");
        properties.set("kind", Parameter.KIND.schema());
        properties.putObject("key").put("type", "string");
        properties.putObject("address").put("type", "string").put("format", "uri-reference");
        var name = properties.putObject("name").put("type", "object");
        var languages = name.putObject("propertyNames").putArray("enum");
        for (var language : Language.values()) languages.add(language.name());
        name.set("additionalProperties", string());
        properties.putObject("since").put("type", "string").put("format", "date-time");
        var either = properties.putObject("record").putArray("anyOf");
        for (var kind : Holding.Kind.values()) either.add(ref(name(kind)));
        entry.putArray("required").add("kind").add("key").add("address").add("name");
        return entry;
    }

    private static ObjectNode problem() {
        var problem = object();
        var properties = problem.putObject("properties");
        for (var text : List.of("type", "title", "detail", "instance", "parameter", "reference"))
            properties.putObject(text).put("type", "string");
        properties.putObject("status").put("type", "integer");
        problem.putArray("required").add("title").add("status").add("detail");
        return problem;
    }

    private static void parameters(ObjectNode parameters) {
        for (var parameter : Parameter.values()) {
            var one = parameters.putObject(parameter.key());
            one.put("name", parameter.key()).put("in", "query").put("description", parameter.description);
            one.set("schema", parameter.schema());
            switch (parameter) {
                case PAGE, LIMIT -> one.put("example", Integer.parseInt(parameter.example));
                case RECORDS -> one.put("example", Boolean.parseBoolean(parameter.example));
                default -> one.put("example", parameter.example);
            }
        }
        var mark = parameters.putObject("ifNoneMatch");
        mark.put("name", "If-None-Match").put("in", "header").put("description", "The ETag of what you have.");
        mark.set("schema", string());
    }

    private static String name(Holding.Kind kind) {
        return Shape.schema(Holdings.form(kind), Shape.definitions(), "")
                .get("$ref")
                .asString();
    }

    private static ObjectNode ref(String name) {
        return JsonNodeFactory.instance.objectNode().put("$ref", SCHEMAS + name);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode().put("type", "object");
    }

    private static ObjectNode string() {
        return JsonNodeFactory.instance.objectNode().put("type", "string");
    }
}

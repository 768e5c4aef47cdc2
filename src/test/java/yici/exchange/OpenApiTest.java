package yici.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import yici.house.Http;
import yici.house.Product;

/** The description for programs says what the controllers do: every address, every parameter, every answer. */
class OpenApiTest {

    private static final Path KEPT = Path.of("docs/openapi.json");

    private final Http program = new Http();
    private final JsonNode description =
            JsonMapper.shared().readTree(program.get(ExportApi.DESCRIPTION).body());

    /** After a change: {@code curl -s localhost:8080/api/v1/openapi.json > docs/openapi.json}. */
    @Test
    void the_kept_description_is_the_published_one() throws IOException {
        assertThat(Files.readString(KEPT)).isEqualTo(Format.write(description));
    }

    @Test
    void every_address_is_described_and_every_described_one_is_there() {
        var described = new TreeSet<String>(description.get("paths").propertyNames());

        assertThat(described)
                .isEqualTo(new TreeSet<>(handlers().map(OpenApiTest::path).toList()));
        assertThat(described).noneMatch(path -> path.endsWith("/"));
    }

    @Test
    void the_parts_of_every_address_are_described() {
        handlers().forEach(handler -> {
            var variables = Stream.of(handler.method().getMethodParameters())
                    .filter(parameter -> parameter.hasParameterAnnotation(PathVariable.class))
                    .map(parameter -> parameter.getParameter().getName())
                    .collect(Collectors.toSet());
            assertThat(parameters(path(handler), "path")).as(path(handler)).isEqualTo(variables);
        });
    }

    @Test
    void every_described_parameter_is_taken_and_no_other_is() {
        for (var path : description.get("paths").propertyNames()) {
            if (path.equals(Format.SCHEMA_PATH) || path.equals(ExportApi.DESCRIPTION)) continue;
            var taken = parameters(path, "query");
            for (var parameter : Parameter.values()) {
                var accept = path.equals(ExportApi.WHOLE) ? "text/turtle" : "*/*";
                var address =
                        example(path) + "?" + parameter.key() + "=" + parameter.example.replace("身份证", "%E8%BA%AB");
                var answer = program.get(address, "Accept", accept);
                assertThat(answer.statusCode() == 400)
                        .as("%s refuses %s: %s", path, parameter.key(), answer.body())
                        .isEqualTo(!taken.contains(parameter.key()));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/catalogue.json, Catalogue",
        "/api/v1/catalogue/records?records=true&limit=100, Page",
        "/api/v1/catalogue/records?kind=SERVICE, Page",
        "/api/v1/catalogue/services/harvester-permit, Service",
        "/api/v1/catalogue/records?page=no, Problem",
        "/api/v1/catalogue/services/nothing, Problem"
    })
    void answers_look_as_described(String path, String schema) {
        var whole = JsonMapper.shared().createObjectNode();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.put("$ref", "#/components/schemas/" + schema).set("components", description.get("components"));

        var faults = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON)
                .validate(program.get(path).body(), InputFormat.JSON);

        assertThat(faults).isEmpty();
    }

    private record Handler(String path, HandlerMethod method) {}

    private static String path(Handler handler) {
        return handler.path();
    }

    private static Stream<Handler> handlers() {
        return Product.running().bean(RequestMappingHandlerMapping.class).getHandlerMethods().entrySet().stream()
                .flatMap(entry ->
                        entry.getKey().getPatternValues().stream().map(path -> new Handler(path, entry.getValue())))
                .filter(handler -> handler.path().startsWith("/api/"));
    }

    private Set<String> parameters(String path, String in) {
        return StreamSupport.stream(
                        description
                                .get("paths")
                                .get(path)
                                .get("get")
                                .get("parameters")
                                .spliterator(),
                        false)
                .map(this::resolved)
                .filter(parameter -> parameter.get("in").asString().equals(in))
                .map(parameter -> parameter.get("name").asString())
                .collect(Collectors.toSet());
    }

    private JsonNode resolved(JsonNode parameter) {
        return parameter instanceof ObjectNode object && object.has("$ref")
                ? description.at(object.get("$ref").asString().substring(1))
                : parameter;
    }

    private static String example(String path) {
        return path.replace("{audience}", "PERSONAL")
                .replace("{topic}", "birth")
                .replace("{code}", "43PCN0009")
                .replace("{variant}", "v-1")
                .replace("{key}", "harvester-permit")
                .replace("{area}", "430523000000");
    }
}

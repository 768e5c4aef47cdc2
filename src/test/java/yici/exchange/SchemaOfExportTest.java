package yici.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import yici.house.Http;

/** What is exported is what its published schema says, and nothing else is. */
class SchemaOfExportTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Http program = new Http();
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(program.get(Format.SCHEMA_PATH).body(), InputFormat.JSON);

    @Test
    void every_exported_record_follows_the_published_schema() {
        var exported = program.get("/api/v1/catalogue").body();

        assertThat(schema.validate(exported, InputFormat.JSON)).isEmpty();
        var document = MAPPER.readTree(exported);
        assertThat(Format.LISTS.values())
                .allSatisfy(list -> assertThat(document.get(list)).as(list).isNotEmpty());
    }

    @Test
    void all_services_and_life_events_of_the_sample_are_in_it() {
        var document = MAPPER.readTree(program.get("/api/v1/catalogue").body());

        assertThat(keys(document.get("services"), "/key")).contains("harvester-permit", "tcm-clinic-filing");
        assertThat(keys(document.get("lifeEvents"), "/guide/code")).hasSizeGreaterThanOrEqualTo(9);
    }

    @Test
    void what_does_not_follow_it_is_told() {
        var document =
                (ObjectNode) MAPPER.readTree(program.get("/api/v1/catalogue").body());
        ((ObjectNode) document.at("/services/0")).put("visits", "many").put("colour", "red");

        assertThat(schema.validate(document.toString(), InputFormat.JSON))
                .extracting(error -> error.getInstanceLocation() + " " + error.getKeyword())
                .contains("/services/0/visits type", "/services/0 additionalProperties");
    }

    private static Set<String> keys(JsonNode list, String pointer) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(record -> record.at(pointer).asString())
                .collect(Collectors.toSet());
    }
}

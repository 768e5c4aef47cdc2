package yici.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yici.house.Http;
import yici.house.Product;

/**
 * The catalogue in the words of CPSV-AP 3.2. The shapes of its publisher are no part of this repository: folder {@code cpsv-ap-3.2.0} with
 * {@code shapes.ttl} is sought where {@code YICI_STANDARDS} or {@code -Dyici.standards} says, else in {@code ../shared/standards} beside the checkout or two folders up.
 */
class CpsvApTest {

    private static final String CPSV = "http://purl.org/vocab/cpsv#";
    private static final String CORE = "http://data.europa.eu/m8g/";

    private final Http program = new Http();

    @ParameterizedTest
    @ValueSource(strings = {"", "?area=430000000000", "?area=430100000000", "?area=430523000000"})
    void what_an_area_offers_follows_the_shapes_of_the_standard(String area) {
        var shapes = shapes();
        assumeThat(shapes)
                .as(
                        "CPSV-AP 3.2 is not validated: there is no cpsv-ap-3.2.0/shapes.ttl; name its folder by YICI_STANDARDS")
                .isPresent();

        var graph = withCodeLists(turtle(area));
        var report = ShaclValidator.get().validate(Shapes.parse(shapes.orElseThrow()), graph.getGraph());

        assertThat(report.getEntries())
                .extracting(entry -> entry.focusNode() + " " + entry.resultPath() + ": " + entry.message())
                .isEmpty();
        assertThat(things(graph, CPSV + "PublicService")).isGreaterThan(50);
        assertThat(things(graph, CORE + "LifeEvent")).isPositive();
    }

    @Test
    void the_shapes_find_what_is_missing() {
        var shapes = shapes();
        assumeThat(shapes)
                .as("CPSV-AP 3.2 is not validated: there is no cpsv-ap-3.2.0/shapes.ttl")
                .isPresent();
        var graph = withCodeLists(turtle(""));
        graph.removeAll(null, ResourceFactory.createProperty(CORE, "hasCompetentAuthority"), null);

        assertThat(ShaclValidator.get()
                        .validate(Shapes.parse(shapes.orElseThrow()), graph.getGraph())
                        .conforms())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?area=430523000000", "?on=2030-01-01"})
    void json_ld_and_turtle_are_one_graph(String asked) {
        var turtle = turtle(asked);
        var jsonLd = read(program.get("/api/v1/catalogue.jsonld" + asked).body(), Lang.JSONLD);

        assertThat(turtle.size()).isGreaterThan(1000);
        assertThat(jsonLd.size()).isEqualTo(turtle.size());
        assertThat(jsonLd.isIsomorphicWith(turtle)).isTrue();
    }

    @Test
    void two_areas_can_be_joined_and_every_service_still_has_one_name_of_its_own() {
        var joined = turtle("?area=430523000000").union(turtle("?area=430100000000"));
        var identifier = ResourceFactory.createProperty("http://purl.org/dc/terms/", "identifier");

        assertThat(joined.listSubjectsWithProperty(RDF.type, ResourceFactory.createResource(CPSV + "PublicService"))
                        .toList())
                .allSatisfy(
                        service -> assertThat(service.listProperties(identifier).toList())
                                .as(service.getURI())
                                .hasSize(1));
    }

    @Test
    void names_lead_to_pages() {
        turtle("?area=430523000000")
                .listSubjectsWithProperty(RDF.type, ResourceFactory.createResource(CORE + "Event"))
                .forEachRemaining(event -> {
                    var page = event.getURI().substring(Product.running().url().length());
                    assertThat(program.get(page.replaceFirst("#.*", "")).statusCode())
                            .as(page)
                            .isEqualTo(200);
                });
    }

    @Test
    void text_that_could_break_out_of_a_literal_or_a_name_stays_in_it() {
        var triples = new Triples();
        triples.about("https://example.org/a b<c>\"d\\e", "cv:Evidence")
                .chinese("dct:title", "一\"二\\三\n四\r\t五\u0001\uD83D\uDE00")
                .plain("dct:identifier", "\\u0041 \"\"\" . @prefix");
        var turtle = read(triples.turtle(), Lang.TURTLE);

        assertThat(turtle.size()).isEqualTo(3);
        assertThat(turtle.isIsomorphicWith(read(triples.jsonLd().toString(), Lang.JSONLD)))
                .isTrue();
        assertThat(turtle.listObjectsOfProperty(ResourceFactory.createProperty("http://purl.org/dc/terms/", "title"))
                        .next()
                        .asLiteral()
                        .getString())
                .isEqualTo("一\"二\\三\n四\r\t五\u0001\uD83D\uDE00");
    }

    private Model turtle(String asked) {
        var answer = program.get("/api/v1/catalogue.ttl" + asked);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/turtle;charset=UTF-8");
        return read(answer.body(), Lang.TURTLE);
    }

    private static Model read(String text, Lang language) {
        var model = ModelFactory.createDefaultModel();
        RDFParser.create().source(new StringReader(text)).lang(language).parse(model);
        return model;
    }

    private static int things(Model graph, String type) {
        return graph.listSubjectsWithProperty(RDF.type, ResourceFactory.createResource(type))
                .toList()
                .size();
    }

    /** Of code lists of the European Union the graph only names members; what those are stands in the lists. */
    private static Model withCodeLists(Model graph) {
        graph.createResource("http://publications.europa.eu/resource/authority/language/ZHO")
                .addProperty(RDF.type, ResourceFactory.createResource("http://purl.org/dc/terms/LinguisticSystem"));
        graph.createResource("http://publications.europa.eu/resource/authority/currency/CNY")
                .addProperty(RDF.type, ResourceFactory.createResource("http://www.w3.org/2004/02/skos/core#Concept"));
        return graph;
    }

    private static Optional<Graph> shapes() {
        var named = Optional.ofNullable(System.getProperty("yici.standards"))
                .or(() -> Optional.ofNullable(System.getenv("YICI_STANDARDS")));
        return named.map(Stream::of)
                .orElseGet(() -> Stream.of("../shared/standards", "../../shared/standards"))
                .map(folder -> Path.of(folder, "cpsv-ap-3.2.0", "shapes.ttl"))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(file -> RDFDataMgr.loadGraph(file.toUri().toString()));
    }
}

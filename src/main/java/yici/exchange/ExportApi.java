package yici.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything of the catalogue for programs: in our JSON, and as CPSV-AP; the schema it follows, and the description of what can be asked. */
@RestController
class ExportApi {

    static final String WHOLE = "/api/v1/catalogue";
    static final String DESCRIPTION = "/api/v1/openapi.json";

    static final MediaType SCHEMA = MediaType.valueOf("application/schema+json");
    static final MediaType OPENAPI = MediaType.valueOf("application/vnd.oai.openapi+json;version=3.1");

    private final ReadAsked reading;
    private final Export export;
    private final OwnName name;

    ExportApi(ReadAsked reading, Export export, OwnName name) {
        this.reading = reading;
        this.export = export;
        this.name = name;
    }

    /** In the form the program likes best; in our JSON where it does not say. */
    @GetMapping(WHOLE)
    ResponseEntity<byte[]> negotiated(
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request)
            throws HttpMediaTypeNotAcceptableException {
        var answer = whole(preferred(accept), typed, request);
        return answer.head().varyBy(HttpHeaders.ACCEPT).body(answer.bytes());
    }

    @GetMapping(WHOLE + ".json")
    ResponseEntity<byte[]> json(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        return whole(Export.Form.JSON, typed, request).send();
    }

    @GetMapping(WHOLE + ".jsonld")
    ResponseEntity<byte[]> jsonLd(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        return whole(Export.Form.JSON_LD, typed, request).send();
    }

    @GetMapping(WHOLE + ".ttl")
    ResponseEntity<byte[]> turtle(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        return whole(Export.Form.TURTLE, typed, request).send();
    }

    private Answer whole(Export.Form form, Map<String, String> typed, HttpServletRequest request) {
        var asked = reading.read(typed, form == Export.Form.JSON ? Parameter.OF_DAY : Parameter.OF_GRAPH);
        return export.of(form, asked.on(), asked.area(), name.of(request));
    }

    private static Export.Form preferred(String accept) throws HttpMediaTypeNotAcceptableException {
        for (var wanted : wanted(accept))
            for (var form : Export.Form.values()) if (wanted.isCompatibleWith(form.type)) return form;
        throw new HttpMediaTypeNotAcceptableException(
                List.of(Export.Form.JSON.type, Export.Form.JSON_LD.type, Export.Form.TURTLE.type));
    }

    /** The best first; what nobody can read asks for nothing in particular, what is explicitly unwanted is left out. */
    private static List<MediaType> wanted(String accept) {
        try {
            var wanted = MediaType.parseMediaTypes(accept).stream()
                    .filter(type -> type.getQualityValue() > 0)
                    .collect(Collectors.toCollection(ArrayList::new));
            MimeTypeUtils.sortBySpecificity(wanted);
            wanted.sort(Comparator.comparingDouble(MediaType::getQualityValue).reversed());
            return wanted;
        } catch (InvalidMediaTypeException e) {
            return List.of(MediaType.ALL);
        }
    }

    @GetMapping(Format.SCHEMA_PATH)
    ResponseEntity<byte[]> schema(HttpServletRequest request) {
        return Answer.of(SCHEMA, Format.write(Format.schema(name.of(request) + Format.SCHEMA_PATH)))
                .send();
    }

    @GetMapping(DESCRIPTION)
    ResponseEntity<byte[]> description() {
        return Answer.of(OPENAPI, Format.write(OpenApi.document())).send();
    }
}

package yici.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import yici.catalogue.Said;
import yici.kit.Language;
import yici.kit.Translated;

/** A graph of statements, written as Turtle and as JSON-LD. Names are written with a prefix: {@code cv:hasChannel}. */
final class Triples {

    static final Map<String, String> PREFIXES = new TreeMap<>(Map.of(
            "cpsv", "http://purl.org/vocab/cpsv#",
            "cv", "http://data.europa.eu/m8g/",
            "dct", "http://purl.org/dc/terms/",
            "eli", "http://data.europa.eu/eli/ontology#",
            "locn", "http://www.w3.org/ns/locn#",
            "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "skos", "http://www.w3.org/2004/02/skos/core#",
            "xsd", "http://www.w3.org/2001/XMLSchema#"));

    sealed interface Node {
        record Iri(String address) implements Node {}

        record Text(String text, String language) implements Node {}

        /** @param type with its prefix; a plain text where it is xsd:string */
        record Value(String text, String type) implements Node {}
    }

    private final Map<String, Map<String, List<Node>>> subjects = new LinkedHashMap<>();

    /**
     * What is said of a thing; said again it is said once.
     *
     * @param iri a whole address
     */
    Subject about(String iri, String... types) {
        var subject = new Subject(iri);
        for (var type : types) subject.add("rdf:type", new Node.Iri(whole(type)));
        return subject;
    }

    final class Subject {
        private final Map<String, List<Node>> statements;

        private Subject(String iri) {
            this.statements = subjects.computeIfAbsent(iri, _ -> new LinkedHashMap<>());
        }

        Subject link(String predicate, String address) {
            return add(predicate, new Node.Iri(address));
        }

        Subject said(String predicate, Translated text) {
            for (var language : Language.values()) {
                var said = text.texts().get(language);
                if (said != null && Said.something(said)) add(predicate, new Node.Text(said, language.code()));
            }
            return this;
        }

        Subject chinese(String predicate, String text) {
            return Said.something(text) ? add(predicate, new Node.Text(text, Language.ZH.code())) : this;
        }

        Subject plain(String predicate, String text) {
            return Said.something(text) ? add(predicate, new Node.Value(text, "xsd:string")) : this;
        }

        Subject value(String predicate, String text, String type) {
            return add(predicate, new Node.Value(text, type));
        }

        private Subject add(String predicate, Node node) {
            var said = statements.computeIfAbsent(predicate, _ -> new ArrayList<>());
            if (!said.contains(node)) said.add(node);
            return this;
        }
    }

    private static String whole(String name) {
        int colon = name.indexOf(':');
        return PREFIXES.get(name.substring(0, colon)) + name.substring(colon + 1);
    }

    // --- Turtle ----------------------------------------------------------------------------------------------------

    String turtle() {
        var out = new StringBuilder();
        PREFIXES.forEach((prefix, address) -> out.append("@prefix ")
                .append(prefix)
                .append(": <")
                .append(address)
                .append("> .\n"));
        subjects.forEach((iri, said) -> {
            if (said.isEmpty()) return;
            out.append("\n<").append(escapedIri(iri)).append(">\n    ");
            out.append(said.entrySet().stream()
                    .map(one -> predicate(one.getKey())
                            + one.getValue().stream().map(Triples::turtle).collect(Collectors.joining(" , ")))
                    .collect(Collectors.joining(" ;\n    ")));
            out.append(" .\n");
        });
        return out.toString();
    }

    private static String predicate(String name) {
        return (name.equals("rdf:type") ? "a" : name) + " ";
    }

    private static String turtle(Node node) {
        return switch (node) {
            case Node.Iri(var address) -> "<" + escapedIri(address) + ">";
            case Node.Text(var text, var language) -> quoted(text) + "@" + language;
            case Node.Value(var text, var type) -> quoted(text) + (type.equals("xsd:string") ? "" : "^^" + type);
        };
    }

    private static String quoted(String text) {
        var out = new StringBuilder("\"");
        for (int c : text.codePoints().toArray())
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) out.append("\\u%04X".formatted(c));
                    else out.appendCodePoint(c);
                }
            }
        return out.append('"').toString();
    }

    private static String escapedIri(String iri) {
        var out = new StringBuilder();
        for (int c : iri.codePoints().toArray())
            if (c <= 0x20 || "<>\"{}|^`\\".indexOf(c) >= 0) out.append("%%%02X".formatted(c));
            else out.appendCodePoint(c);
        return out.toString();
    }

    // --- JSON-LD ---------------------------------------------------------------------------------------------------

    JsonNode jsonLd() {
        var document = JsonNodeFactory.instance.objectNode();
        var context = document.putObject("@context");
        PREFIXES.forEach(context::put);
        var graph = document.putArray("@graph");
        subjects.forEach((iri, said) -> {
            if (said.isEmpty()) return;
            ObjectNode subject = graph.addObject().put("@id", escapedIri(iri));
            said.forEach((predicate, nodes) -> {
                ArrayNode values = subject.putArray(predicate.equals("rdf:type") ? "@type" : predicate);
                for (var node : nodes) json(node, predicate, values);
            });
        });
        return document;
    }

    private static void json(Node node, String predicate, ArrayNode values) {
        switch (node) {
            case Node.Iri(var address) -> {
                if (predicate.equals("rdf:type")) values.add(address);
                else values.addObject().put("@id", escapedIri(address));
            }
            case Node.Text(var text, var language) ->
                values.addObject().put("@value", text).put("@language", language);
            case Node.Value(var text, var type) -> {
                if (type.equals("xsd:string")) values.add(text);
                else values.addObject().put("@value", text).put("@type", type);
            }
        }
    }
}

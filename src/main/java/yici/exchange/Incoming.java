package yici.exchange;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import yici.catalogue.Holding;

/**
 * One record of a file, as it came.
 *
 * @param line of the file, from 1
 * @param key as far as it can be told
 * @param json in the form of {@link yici.catalogue.Holdings}; empty where it could not be brought into it
 * @param problems why; empty where it could
 */
record Incoming(
        String file, int line, Holding.Kind kind, String key, Optional<JsonNode> json, List<Problem> problems) {}

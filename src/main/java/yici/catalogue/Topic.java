package yici.catalogue;

import yici.kit.Translated;

/** A subject class of the province's catalogue, for persons or for firms. */
public record Topic(Guide.Audience audience, String key, Translated name) {}

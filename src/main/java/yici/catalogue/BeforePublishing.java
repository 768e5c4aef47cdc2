package yici.catalogue;

import java.util.List;

/** Asked before a guide is put in force; a room above that knows the rules of guides answers. */
public interface BeforePublishing {

    /** @return why this guide may not be published; empty when it may */
    List<Objection> objections(Guide guide);

    /**
     * @param rule as the rules are numbered: R16
     * @param where the field, by keys
     * @param value what stands there
     */
    record Objection(String rule, String where, String value) {}
}

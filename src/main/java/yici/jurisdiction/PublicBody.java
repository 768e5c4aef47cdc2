package yici.jurisdiction;

import yici.kit.Translated;

/**
 * A department in an area (CPSV-AP PublicOrganisation), such as 怀化市公安局.
 *
 * @param id {@code <department>@<area code>}: police@431200000000
 * @param department a key of {@code departments.csv}
 */
public record PublicBody(String id, String department, String area, Translated name) {}

/** The catalogue for others and from others: our JSON and its schema, CPSV-AP, reading by programs, imports record by record. */
@ApplicationModule(allowedDependencies = {"catalogue", "form", "jurisdiction", "identity", "audit", "kit"})
@NullMarked
package yici.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

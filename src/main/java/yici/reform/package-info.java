/** What handling things together has spared people: evidence, days, trips, steps and fields, counted in the editions of guides and never typed. */
@ApplicationModule(allowedDependencies = {"casework", "application", "catalogue", "jurisdiction", "form", "kit"})
@NullMarked
package yici.reform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Says what is wrong with guides and services: by rule, field and value, why it matters and how to mend it. */
@ApplicationModule(allowedDependencies = {"catalogue", "jurisdiction", "calendar", "form", "audit", "identity", "kit"})
@NullMarked
package yici.linter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

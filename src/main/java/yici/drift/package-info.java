/** How far areas have come apart on the same life event: who shares which rules, what differs, why, and the way back to the standard. */
@ApplicationModule(allowedDependencies = {"catalogue", "jurisdiction", "audit", "identity", "kit"})
@NullMarked
package yici.drift;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

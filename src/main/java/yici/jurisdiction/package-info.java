/** Areas, public bodies, staff posts, and who decides what where. */
@ApplicationModule(allowedDependencies = {"kit"})
@NullMarked
package yici.jurisdiction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

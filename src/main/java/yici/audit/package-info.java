/** Who did what to which thing, for whom and why: written in the transaction of the act, never changed. */
@ApplicationModule(allowedDependencies = {"kit"})
@NullMarked
package yici.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

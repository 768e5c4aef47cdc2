/** Working days, and the clocks of law: when a limit ends, why then, and what silence does. */
@ApplicationModule(allowedDependencies = {"kit"})
@NullMarked
package yici.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Working days, and later every deadline the law knows. */
@ApplicationModule(allowedDependencies = {"kit"})
@NullMarked
package yici.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

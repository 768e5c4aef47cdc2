/** Short messages and mail: written with the act that causes them, sent after it, shown instead of sent where no gateway is configured. */
@ApplicationModule(allowedDependencies = {"kit"})
@NullMarked
package yici.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The public site as a folder of plain files: what still stands when nothing else does. */
@ApplicationModule(allowedDependencies = {"kit"})
@NullMarked
package yici.survival;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

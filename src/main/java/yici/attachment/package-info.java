/** Files: sniffed, bounded, stored by the hash of their content. */
@ApplicationModule(allowedDependencies = {"kit"})
@NullMarked
package yici.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

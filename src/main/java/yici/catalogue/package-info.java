/** Services and life events as each area offers them: editions of guides, browsing and search. */
@ApplicationModule(allowedDependencies = {"jurisdiction", "calendar", "form", "kit"})
@NullMarked
package yici.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

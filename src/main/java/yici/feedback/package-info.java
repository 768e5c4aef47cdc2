/** What readers say of a page: a mistake, something that is missing, that it helped; and what the editors answer. */
@ApplicationModule(allowedDependencies = {"publication", "jurisdiction", "identity", "calendar", "audit", "kit"})
@NullMarked
package yici.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

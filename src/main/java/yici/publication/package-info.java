/** The official site: works in editions and languages, columns, terms; three reviews, publishing, withdrawing. */
@ApplicationModule(
        allowedDependencies = {"catalogue", "jurisdiction", "identity", "calendar", "attachment", "audit", "kit"})
@NullMarked
package yici.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

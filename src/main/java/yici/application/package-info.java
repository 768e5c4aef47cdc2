/** Guidance by questions, the one notice, the one form, the one set of evidence, the one submission. */
@ApplicationModule(
        allowedDependencies = {"catalogue", "jurisdiction", "form", "identity", "attachment", "audit", "calendar", "kit"
        })
@NullMarked
package yici.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

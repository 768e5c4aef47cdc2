/** Areas change life events on pages: drafts field by field, steps back, a second person who confirms, publishing from a day. */
@ApplicationModule(
        allowedDependencies = {"application", "catalogue", "form", "linter", "jurisdiction", "identity", "audit", "kit"
        })
@NullMarked
package yici.drafting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

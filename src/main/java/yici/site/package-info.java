/** Home, navigation, the security chain, error pages. */
@ApplicationModule(
        allowedDependencies = {
            "identity",
            "jurisdiction",
            "calendar",
            "catalogue",
            "application",
            "casework",
            "publication",
            "audit",
            "kit"
        })
@NullMarked
package yici.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

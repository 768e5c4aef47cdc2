/** The graph of a bundle, its cases, acts and documents; the desk of the officer and the matters of the citizen. */
@ApplicationModule(
        allowedDependencies = {
            "application",
            "delegation",
            "catalogue",
            "jurisdiction",
            "form",
            "identity",
            "attachment",
            "audit",
            "calendar",
            "kit"
        })
@NullMarked
package yici.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

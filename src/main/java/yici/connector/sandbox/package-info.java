/**
 * The sandbox of department systems that ships with the product: registers to prefill from and checks that answer. A connector's schema and
 * migrations carry the last part of its room's name: schema {@code sandbox}, folder {@code db/sandbox}.
 */
@ApplicationModule(
        allowedDependencies = {"casework", "application", "mandate", "form", "identity", "jurisdiction", "audit", "kit"
        })
@NullMarked
package yici.connector.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

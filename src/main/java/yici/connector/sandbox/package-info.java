/** The sandbox of department systems that ships with the product: registers to prefill from and checks that answer. */
@ApplicationModule(allowedDependencies = {"casework", "application", "form", "kit"})
@NullMarked
package yici.connector.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

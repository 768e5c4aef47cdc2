/** Passkeys: signing in, and showing who one is, by the device's own lock. */
@ApplicationModule(allowedDependencies = {"identity", "audit", "kit"})
@NullMarked
package yici.passkey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

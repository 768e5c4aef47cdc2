/** Accounts, signing in, and the one door {@code SignedIn}. */
@ApplicationModule(allowedDependencies = {"jurisdiction", "notification", "audit", "kit"})
@NullMarked
package yici.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

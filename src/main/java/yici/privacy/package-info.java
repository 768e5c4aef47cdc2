/** The privacy desk: what is held of a person and why, a copy, who looked at it, requests and their clock, closing the account. */
@ApplicationModule(allowedDependencies = {"casework", "calendar", "jurisdiction", "identity", "audit", "kit"})
@NullMarked
package yici.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The delegation register: which power was moved from which body to which, where, from when and by what; and so who decides. */
@ApplicationModule(allowedDependencies = {"catalogue", "jurisdiction", "identity", "audit", "kit"})
@NullMarked
package yici.delegation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** People of other providers: the national platform and its like, recognised there and linked here. */
@ApplicationModule(allowedDependencies = {"identity", "audit", "kit"})
@NullMarked
package yici.upstream;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

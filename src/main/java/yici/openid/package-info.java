/** The OpenID provider: who signs in here is known at the systems of departments too, by as little as they need. */
@ApplicationModule(allowedDependencies = {"mandate", "identity", "jurisdiction", "audit", "kit"})
@NullMarked
package yici.openid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

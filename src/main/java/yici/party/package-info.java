/** The desk where systems are registered that people sign on to: tried in the sandbox, judged by a second person, watched in use. */
@ApplicationModule(allowedDependencies = {"openid", "identity", "jurisdiction", "audit", "kit"})
@NullMarked
package yici.party;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

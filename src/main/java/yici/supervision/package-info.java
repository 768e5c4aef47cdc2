/** Time-limit supervision (红黄牌督办): a card for every overrun, what the body says of it, what became of it, and what the public reads. */
@ApplicationModule(allowedDependencies = {"casework", "calendar", "jurisdiction", "identity", "audit", "kit"})
@NullMarked
package yici.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

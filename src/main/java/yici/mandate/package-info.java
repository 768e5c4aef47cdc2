/** Mandates: who may act for whom, in what, where and until when; and switching between the parties one acts for. */
@ApplicationModule(allowedDependencies = {"identity", "jurisdiction", "catalogue", "attachment", "audit", "kit"})
@NullMarked
package yici.mandate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

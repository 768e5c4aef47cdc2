/** A draft of a life event is tried on the applications of the last year before anybody is bound by it: who would have been asked, routed or refused otherwise. */
@ApplicationModule(
        allowedDependencies = {
            "drafting",
            "application",
            "catalogue",
            "jurisdiction",
            "form",
            "identity",
            "audit",
            "kit"
        })
@NullMarked
package yici.rehearsal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Data elements and their types, rules over their values, checking, and how one question looks. */
@ApplicationModule(allowedDependencies = {"kit"})
@NullMarked
package yici.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

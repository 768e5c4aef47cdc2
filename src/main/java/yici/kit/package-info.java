/**
 * What every room may use and what knows no room: languages and words, pages, ids, problems a user can meet.
 * Nothing here is null unless it says so.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package yici.kit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package yici.attachment;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Looks into a file before it is taken in. The product brings none: without a bean of this type every file passes, so whoever runs it for
 * real adds one, such as a client of the scanner in the house.
 */
public interface VirusCheck {

    /**
     * The name of what is wrong with the file; empty when nothing is found. An exception refuses the upload: no answer is no clearance.
     *
     * @param quarantined read-only, gone after the call
     */
    Optional<String> threatIn(Path quarantined);
}

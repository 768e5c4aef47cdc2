package yici.house;

import java.util.List;
import java.util.concurrent.Executors;
import nu.validator.validation.SimpleDocumentValidator;

/** The schema of HTML is read by recursion that goes deeper than a usual stack while the code is still cold: a thread of its own has room. */
final class HtmlSchema {

    private static final long ROOM_BYTES = 64L << 20;

    private HtmlSchema() {}

    static SimpleDocumentValidator checker() {
        try (var reader =
                Executors.newSingleThreadExecutor(work -> new Thread(null, work, "html schema", ROOM_BYTES))) {
            return reader.submit(HtmlSchema::read).get();
        } catch (Exception e) {
            throw new IllegalStateException("the HTML checker's schema is not readable", e);
        }
    }

    private static SimpleDocumentValidator read() throws Exception {
        var checker = new SimpleDocumentValidator(true, false, false);
        checker.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", new PageChecks.Errors(List.of()));
        return checker;
    }
}

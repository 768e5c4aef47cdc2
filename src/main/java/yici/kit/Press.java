package yici.kit;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import org.springframework.stereotype.Component;

/**
 * Sets a page as PDF: tagged for screen readers (PDF/UA-1), text that can be copied in each of the five languages, fonts inside, nothing
 * fetched. The same page gives the same bytes.
 *
 * <p>The style names its fonts {@code letters} (Latin), {@code characters} (Chinese, Japanese) and {@code hangul}, in this order.
 */
@Component
public final class Press {

    /** Setting a page takes a processor for itself; more than two at once would only slow all down. */
    private final Semaphore presses = new Semaphore(2);

    Press() {
        // it tells every step to java.util.logging; only trouble is wanted
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    /**
     * @param html well-formed XML with {@code lang}, {@code title} and its style inside
     * @param at when the thing was made, for the document's own information
     * @param id of the document, the same for the same thing
     */
    public byte[] pdf(String html, Instant at, long id) {
        presses.acquireUninterruptibly();
        try {
            return set(html, at, id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            presses.release();
        }
    }

    private static byte[] set(String html, Instant at, long id) throws IOException {
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder()
                .withHtmlContent(html, "")
                .useFont(() -> font("DejaVuSans.ttf"), "letters", 400, FontStyle.NORMAL, true)
                .useFont(() -> font("DroidSansFallbackFull.ttf"), "characters", 400, FontStyle.NORMAL, true)
                .useFont(() -> font("YiciHangul.ttf"), "hangul", 400, FontStyle.NORMAL, true)
                .useExternalResourceAccessControl(
                        (address, _) -> address.startsWith("data:image/"),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .usePdfUaAccessibility(true)
                .withProducer("Yici");
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            try (var document = renderer.getPdfDocument()) {
                var information = document.getDocumentInformation();
                information.setCreationDate(calendar(at));
                information.setModificationDate(calendar(at));
                document.setDocumentId(id);
                document.save(out);
            }
        }
        return out.toByteArray();
    }

    private static GregorianCalendar calendar(Instant instant) {
        return GregorianCalendar.from(instant.atZone(View.ZONE));
    }

    private static InputStream font(String file) {
        return Objects.requireNonNull(Press.class.getResourceAsStream("/fonts/" + file), file);
    }
}

package yici.casework;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
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
import yici.kit.Language;
import yici.kit.Page;
import yici.kit.View;
import yici.kit.Words;

/**
 * Makes the PDF of a paper from what was put down on the day: tagged for screen readers (PDF/UA), text that can be copied, fonts inside. The
 * same paper gives the same bytes, so nothing but what it says is kept.
 */
@Component
class PrintPaper {

    /** Setting a page takes a processor for itself; more than two at once would only slow all down. */
    private final Semaphore presses = new Semaphore(2);

    private final Words words;

    PrintPaper(Words words) {
        this.words = words;
        // it tells every step to java.util.logging; only trouble is wanted
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    byte[] pdf(Papers.Issued paper) {
        presses.acquireUninterruptibly();
        try {
            return print(paper, html(paper));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            presses.release();
        }
    }

    private String html(Papers.Issued paper) {
        var text = new StringOutput();
        JtepaperGenerated.render(
                new OwaspHtmlTemplateOutput(text),
                Page.PLAIN,
                new PaperText(paper),
                words.say(Language.ZH, "kit.demo"));
        return text.toString();
    }

    private static byte[] print(Papers.Issued paper, String html) throws IOException {
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder()
                .withHtmlContent(html, "")
                .useFont(() -> font("DejaVuSans.ttf"), "letters", 400, FontStyle.NORMAL, true)
                .useFont(() -> font("DroidSansFallbackFull.ttf"), "characters", 400, FontStyle.NORMAL, true)
                .useExternalResourceAccessControl(
                        (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .usePdfUaAccessibility(true)
                .withProducer("Yici");
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            try (var document = renderer.getPdfDocument()) {
                var information = document.getDocumentInformation();
                information.setCreationDate(calendar(paper.issuedAt()));
                information.setModificationDate(calendar(paper.issuedAt()));
                document.setDocumentId(paper.id().getLeastSignificantBits());
                document.save(out);
            }
        }
        return out.toByteArray();
    }

    private static GregorianCalendar calendar(Instant instant) {
        return GregorianCalendar.from(instant.atZone(View.ZONE));
    }

    private static InputStream font(String file) {
        return Objects.requireNonNull(PrintPaper.class.getResourceAsStream("/fonts/" + file), file);
    }
}

package yici.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What is checked of every kind of PDF: that screen readers can read it (PDF/UA-1, by veraPDF), and what text comes out of it. */
public final class PdfChecks {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PdfChecks() {}

    public static void assertUniversallyAccessible(byte[] pdf) {
        var foundry = Foundries.defaultInstance();
        try (var parser = foundry.createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                var validator = foundry.createValidator(PDFAFlavour.PDFUA_1, false)) {
            var result = validator.validate(parser);

            assertThat(result.isCompliant())
                    .as(() -> "PDF/UA-1: " + result.getFailedChecks())
                    .isTrue();
        } catch (Exception e) {
            throw new AssertionError("veraPDF could not read it", e);
        }
    }

    /** As a reader, a search engine or the clipboard gets it. Radicals in place of characters would be found by nobody. */
    public static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document);

            assertThat(text.codePoints()).as("no Kangxi radicals").noneMatch(c -> c >= 0x2E80 && c <= 0x2FDF);
            return text;
        } catch (IOException e) {
            throw new AssertionError("not a PDF", e);
        }
    }
}

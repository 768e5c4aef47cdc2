package yici.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import yici.attachment.Attachments;

/** Pictures for what is taken away: they travel inside the file. */
@Component
class PaperPictures {

    /** Wide enough for a sheet of paper. */
    private static final int WIDTH = 1280;

    private static final Pattern ADDRESS =
            Pattern.compile("/media/([0-9a-f-]{36})/([0-9]{1,4})x([0-9]{1,5})\\.(jpg|png)");
    private static final Pattern IN_HTML = Pattern.compile("src=\"(/media/[^\"]+)\"(?: srcset=\"[^\"]*\")?");

    private final WorkFiles files;
    private final Attachments attachments;

    PaperPictures(WorkFiles files, Attachments attachments) {
        this.files = files;
        this.attachments = attachments;
    }

    /** @param address as it stands in the text; empty for what is no picture of ours, or of a work nothing of which is public */
    Optional<Odt.Picture> find(String address) {
        var parts = ADDRESS.matcher(address);
        if (!parts.matches()) return Optional.empty();
        return files.find(UUID.fromString(parts.group(1)))
                .filter(file -> file.isPicture() && files.isPublic(file.work()))
                .flatMap(file -> files.rendition(file.id(), Math.min(WIDTH, file.width()))
                        .flatMap(attachments::findForStaff)
                        .map(kept -> picture(kept, parts.group(4), file)));
    }

    private Odt.Picture picture(yici.attachment.Attachment kept, String ending, WorkFiles.File file) {
        try (var content = attachments.open(kept)) {
            return new Odt.Picture(content.readAllBytes(), ending, file.width(), file.height());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page with its pictures inside; one that is not there is left out, its words stay. */
    String inside(String html) {
        return IN_HTML.matcher(html).replaceAll(found -> Matcher.quoteReplacement(source(found)));
    }

    private String source(MatchResult found) {
        return find(found.group(1))
                .map(picture -> "src=\"data:image/" + (picture.ending().equals("png") ? "png" : "jpeg") + ";base64,"
                        + Base64.getEncoder().encodeToString(picture.bytes()) + "\"")
                .orElse("src=\"\"");
    }
}

package yici.attachment;

import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes files in, keeps them, gives them back. PDF, JPEG, PNG, OFD and DOCX up to 20 MB. */
@Component
public class Attachments {

    public static final long LIMIT_BYTES = 20L * 1024 * 1024;

    /** Reads at most the limit and one byte; the stream stays the caller's to close. */
    public Upload take(String fileName, InputStream content) {
        throw new UnsupportedOperationException(fileName + content);
    }

    /** Keeps a document made by the product itself. */
    public Attachment keep(String fileName, String mediaType, byte[] content) {
        throw new UnsupportedOperationException(fileName + mediaType + content.length);
    }

    public Optional<Attachment> find(UUID id) {
        throw new UnsupportedOperationException(id.toString());
    }

    /** @throws yici.kit.NotFound when there is no such file */
    public InputStream open(Attachment attachment) {
        throw new UnsupportedOperationException(attachment.toString());
    }
}

package yici.attachment;

/** What can come of handing in a file. */
public sealed interface Upload {
    record Stored(Attachment attachment) implements Upload {}

    record Empty() implements Upload {}

    record TooLarge(long limitBytes) implements Upload {}

    /** @param found the type the content shows, such as {@code application/zip}, or {@code unknown} */
    record WrongType(String found) implements Upload {}

    record EncryptedPdf() implements Upload {}
}

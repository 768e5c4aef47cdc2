package yici.attachment;

/** What can come of handing in a file. */
public sealed interface Upload {
    record Stored(Attachment attachment) implements Upload {}

    record Empty() implements Upload {}

    record TooLarge(long limitBytes) implements Upload {}

    /** @param found the type the content shows, such as {@code application/zip}, or {@code unknown} */
    record WrongType(String found) implements Upload {}

    /** Of a type we take, but cut off or broken, as after a lost connection. */
    record Damaged(String mediaType) implements Upload {}

    /** Any encryption, also the kind that only forbids printing: a file that must last may not be encrypted (PDF/A, ISO 19005). */
    record EncryptedPdf() implements Upload {}

    /** @param threat as the {@link VirusCheck} names it */
    record Infected(String threat) implements Upload {}
}

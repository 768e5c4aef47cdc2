package yici.attachment;

/** The types that are taken in. */
enum FileType {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    OFD("application/ofd", "ofd"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");

    private final String mediaType;
    private final String[] extensions;

    FileType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = extensions;
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return extensions[0];
    }

    boolean fits(String extension) {
        for (var own : extensions) if (own.equalsIgnoreCase(extension)) return true;
        return false;
    }
}

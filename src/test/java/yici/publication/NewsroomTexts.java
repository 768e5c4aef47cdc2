package yici.publication;

/** Texts as editors type them. */
final class NewsroomTexts {

    private NewsroomTexts() {}

    /** @param madeFrom empty of a Chinese text */
    static WriteEdition.Typed of(String title, String madeFrom) {
        return new WriteEdition.Typed(title, "", "## 一\n\n正文。", madeFrom.isEmpty() ? "" : "译者", madeFrom, "首次发布");
    }
}

package yici.publication;

import java.util.Optional;
import org.springframework.stereotype.Component;
import yici.kit.Language;

/** What a work is called and whose it is, for rooms that speak of its page. */
@Component
public class NameWork {

    /** @param edition what is read now in that language, or else in Chinese, such as {@code en-3} */
    public record Named(String title, String area, String edition) {}

    private final ShowWork show;

    NameWork(ShowWork show) {
        this.show = show;
    }

    /** Empty when there is no such work, or nothing of it was ever published. */
    public Optional<Named> name(String slug, Language language) {
        return show.show(slug, language).map(shown -> {
            var edition = shown.shown().edition();
            return new Named(
                    edition.title(), shown.area().code(), edition.language().code() + "-" + edition.number());
        });
    }
}

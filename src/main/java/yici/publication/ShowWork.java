package yici.publication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.kit.Language;

/** A work as the public meets it in one language. */
@Component
class ShowWork {

    /**
     * @param shown what is read: in the language asked for, else in Chinese
     * @param translations every language and how it stands, in the order of the switch
     * @param columns where it is found
     * @param base where the world sees this site, for the address to pass on
     */
    record Shown(
            Work work,
            Kinds.Kind kind,
            Stood shown,
            List<Translation> translations,
            List<Column> columns,
            Area area,
            List<Line> explainers,
            List<Line> explained,
            String base) {

        /** @param at where the world sees this site; empty: nobody has said */
        Shown at(String at) {
            return new Shown(work, kind, shown, translations, columns, area, explainers, explained, at);
        }

        Translation asked(Language language) {
            return translations.stream()
                    .filter(translation -> translation.language() == language)
                    .findFirst()
                    .orElseGet(() -> new Translation.Missing(language));
        }

        Translation own() {
            return asked(shown.edition().language());
        }

        boolean isWithdrawn() {
            return shown.standing().state() == Standing.State.WITHDRAWN;
        }

        String address(Language language) {
            return "/" + language.code() + "/works/" + work.slug();
        }
    }

    private final KeptWorks kept;
    private final ListWorks list;
    private final Kinds kinds;
    private final Areas areas;

    ShowWork(KeptWorks kept, ListWorks list, Kinds kinds, Areas areas) {
        this.kept = kept;
        this.list = list;
        this.kinds = kinds;
        this.areas = areas;
    }

    /** Empty when there is no such work, or nothing of it was ever published. */
    Optional<Shown> show(String slug, Language language) {
        return kept.find(slug).flatMap(work -> show(work, language));
    }

    private Optional<Shown> show(Work work, Language language) {
        var publics =
                kept.editions(work.id()).stream().filter(ShowWork::isShown).toList();
        return of(publics, language)
                .or(() -> of(publics, Language.ZH))
                .map(stood -> new Shown(
                        work,
                        kinds.get(work.kind()),
                        stood,
                        translations(publics, kept.untranslated(work.id())),
                        list.of(work.id()),
                        areas.get(work.area()),
                        list.explainers(work.id(), language),
                        list.explained(work.id(), language),
                        ""));
    }

    /** How every language stands to the Chinese text. */
    static List<Translation> translations(List<Stood> shown, List<Translation.Untranslated> leftOut) {
        int newest = of(shown, Language.ZH).map(zh -> zh.edition().number()).orElse(0);
        return Arrays.stream(Language.values())
                .map(language -> of(shown, language)
                        .map(stood -> translation(stood, newest))
                        .or(() -> leftOut.stream()
                                .filter(one -> one.language() == language)
                                .map(one -> (Translation) one)
                                .findFirst())
                        .orElseGet(() -> new Translation.Missing(language)))
                .toList();
    }

    private static Translation translation(Stood stood, int newest) {
        var edition = stood.edition();
        var language = edition.language();
        if (stood.standing().state() == Standing.State.WITHDRAWN)
            return new Translation.Withdrawn(language, stood.standing().reason());
        if (edition.madeFrom().isEmpty()) return new Translation.Source(language, edition.number());
        int madeFrom = edition.madeFrom().getAsInt();
        return madeFrom < newest
                ? new Translation.Behind(language, madeFrom, newest)
                : new Translation.Current(language, madeFrom);
    }

    private static Optional<Stood> of(List<Stood> shown, Language language) {
        return shown.stream()
                .filter(stood -> stood.edition().language() == language)
                .findFirst();
    }

    static boolean isShown(Stood stood) {
        return switch (stood.standing().state()) {
            case PUBLISHED, WITHDRAWN -> true;
            default -> false;
        };
    }

    /**
     * What was published in a language, the newest first, and what a later edition changed.
     *
     * @param changes from the edition before it; empty of the first
     */
    record Entry(Stood stood, List<Difference.Part> changes) {}

    List<Entry> history(Work work, Language language) {
        var published = kept.editions(work.id()).stream()
                .filter(stood -> stood.edition().language() == language)
                .filter(stood -> stood.standing().publishedAt().isPresent())
                .toList();
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < published.size(); i++) {
            var now = published.get(i).edition();
            entries.add(new Entry(
                    published.get(i),
                    i + 1 == published.size()
                            ? List.of()
                            : Difference.between(published.get(i + 1).edition().markdown(), now.markdown())));
        }
        return entries;
    }
}

package yici.application;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.form.Checked;
import yici.form.DataElement;
import yici.form.FieldError;
import yici.form.Form;
import yici.identity.SignedIn;
import yici.kit.NotFound;

/**
 * Keeps what was typed on one page, right or wrong. Two browsers may have the same draft open: each save replaces only its own page's
 * elements, and says what the other one changed meanwhile.
 */
@Component
class SaveAnswers {

    sealed interface Saved {
        /** @param version the draft's version now */
        record Kept(int version, Meanwhile meanwhile) implements Saved {}

        record Wrong(int version, Map<String, FieldError> errors, Meanwhile meanwhile) implements Saved {}
    }

    /**
     * What another browser saved since this page was shown.
     *
     * @param replaced elements of this page that it had changed and that this save has written over
     * @param elsewhere elements of other pages that it changed; they stay
     */
    record Meanwhile(List<String> replaced, List<String> elsewhere) {
        static final Meanwhile NOTHING = new Meanwhile(List.of(), List.of());

        boolean quiet() {
            return replaced.isEmpty() && elsewhere.isEmpty();
        }
    }

    private final DraftStore drafts;
    private final Clock clock;

    SaveAnswers(DraftStore drafts, Clock clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * @param typed raw values of these elements
     * @param seen the version the page was shown with
     */
    @Transactional
    Saved save(SignedIn me, UUID draftId, List<DataElement> elements, Map<String, String> typed, int seen) {
        var draft = drafts.lock(draftId, me).orElseThrow(() -> new NotFound("draft " + draftId));
        var meanwhile = meanwhile(draft, typed, seen);
        int version = draft.version() + 1;
        drafts.save(draftId, me.account(), typed, version, clock.instant());
        return switch (Form.check(elements, typed, clock)) {
            case Checked.Complete _ -> new Saved.Kept(version, meanwhile);
            case Checked.Incomplete(var errors) -> new Saved.Wrong(version, errors, meanwhile);
        };
    }

    private static Meanwhile meanwhile(Draft draft, Map<String, String> typed, int seen) {
        var changed = draft.touched().entrySet().stream()
                .filter(e -> e.getValue() > seen)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return new Meanwhile(
                changed.stream()
                        .filter(typed::containsKey)
                        .filter(e -> !Objects.equals(draft.typed().get(e), typed.get(e)))
                        .toList(),
                changed.stream().filter(e -> !typed.containsKey(e)).toList());
    }
}

package yici.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yici.application.Application;
import yici.application.Applications;
import yici.house.Product;
import yici.identity.SignedIn;
import yici.kit.NotFound;

class CorrectionTest {

    private final SignedIn heir = Office.applicant("王强");
    private final SignedIn health = Office.officer("health", "周医生");
    private final AnswerCorrection answer = Office.bean(AnswerCorrection.class);
    private final Application application = Office.death(heir);

    @AfterEach
    void today() {
        Product.running().clock().back();
    }

    @Test
    void an_answered_correction_comes_back_to_the_desk_and_its_limits_run_anew() {
        ask();
        var dueBefore = file().standing().dueOn();
        Product.running().clock().forward(Duration.ofDays(7));

        var answered = answer.answer(heir, application.id(), 1, Map.of("deceasedName", "李大川"), List.of());

        assertThat(answered).isEqualTo(new AnswerCorrection.Answered.Received());
        assertThat(file().state()).isEqualTo(CaseState.CORRECTION_RECEIVED);
        assertThat(file().standing().dueOn()).isAfter(dueBefore);
    }

    @Test
    void only_what_was_asked_changes() {
        ask();

        answer.answer(heir, application.id(), 1, Map.of("deceasedName", "李大川", "deathDate", "2026-01-01"), List.of());

        assertThat(Office.bean(Applications.class).get(application.id()).answers())
                .containsEntry("deceasedName", "李大川")
                .containsEntry("deathDate", "2026-11-20");
    }

    @Test
    void a_document_that_was_asked_for_must_come() {
        Office.bean(AskCorrection.class)
                .ask(health, application.id(), 1, List.of(), List.of("deceased-id"), "身份证照片不清楚");
        var photo = new Application.Supplied("deceased-id", UUID.randomUUID(), "身份证.jpg");

        var without = answer.answer(heir, application.id(), 1, Map.of(), List.of());
        var with = answer.answer(heir, application.id(), 1, Map.of(), List.of(photo));

        assertThat(without).isEqualTo(new AnswerCorrection.Answered.Incomplete(Map.of(), List.of("deceased-id")));
        assertThat(with).isEqualTo(new AnswerCorrection.Answered.Received());
        assertThat(Office.bean(Applications.class).get(application.id()).evidence())
                .contains(photo);
    }

    @Test
    void a_wrong_value_is_named_and_nothing_changes() {
        Office.bean(AskCorrection.class).ask(health, application.id(), 1, List.of("deathDate"), List.of(), "");

        var answered = answer.answer(heir, application.id(), 1, Map.of("deathDate", "昨天"), List.of());

        assertThat(answered)
                .isInstanceOfSatisfying(
                        AnswerCorrection.Answered.Incomplete.class,
                        i -> assertThat(i.errors()).containsOnlyKeys("deathDate"));
        assertThat(file().state()).isEqualTo(CaseState.CORRECTION_ASKED);
    }

    @Test
    void answering_twice_changes_nothing() {
        ask();
        answer.answer(heir, application.id(), 1, Map.of("deceasedName", "李大川"), List.of());

        var second = answer.answer(heir, application.id(), 1, Map.of("deceasedName", "别人"), List.of());

        assertThat(second).isInstanceOf(AnswerCorrection.Answered.NothingAsked.class);
    }

    @Test
    void nobody_else_answers() {
        ask();
        var stranger = new SignedIn(UUID.randomUUID(), SignedIn.Kind.PERSON, "别人", List.of());

        assertThatThrownBy(() -> answer.answer(stranger, application.id(), 1, Map.of(), List.of()))
                .isInstanceOf(NotFound.class);
    }

    private void ask() {
        Office.bean(AskCorrection.class).ask(health, application.id(), 1, List.of("deceasedName"), List.of(), "与证明不一致");
    }

    private CaseFile file() {
        return Office.file(application, "death-normal");
    }
}

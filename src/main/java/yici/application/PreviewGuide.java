package yici.application;

import gg.jte.Content;
import gg.jte.html.HtmlTemplateOutput;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import yici.catalogue.Deciders;
import yici.catalogue.Edition;
import yici.catalogue.Guide;
import yici.catalogue.Offer;
import yici.form.Form;
import yici.jurisdiction.Area;
import yici.jurisdiction.Bodies;
import yici.kit.Ids;
import yici.kit.Page;
import yici.kit.Translated;
import yici.kit.View;

/** What the one notice and the one form of a guide would look like for some answers, before anybody publishes it. */
@Component
public class PreviewGuide {

    /**
     * @param asked the scenario questions that matter with these answers, in order
     * @param chosen by question the choices taken
     * @param open the first that still has to be answered; while there is one there is no notice
     */
    public record Preview(
            List<Guide.Question> asked,
            Map<String, List<String>> chosen,
            Optional<Guide.Question> open,
            Optional<Shown> shown) {}

    /** The notice and the form, drawn by the templates that citizens see. */
    public static final class Shown {

        private final Notice notice;

        private Shown(Notice notice) {
            this.notice = notice;
        }

        public Content notice(View view) {
            return out -> JtepreviewNoticeGenerated.render((HtmlTemplateOutput) out, Page.PLAIN, view, notice);
        }

        public Content form(View view) {
            var asked = Checkup.asked(notice.guide(), notice.plan());
            return out -> JtepreviewFormGenerated.render(
                    (HtmlTemplateOutput) out, Page.PLAIN, view, Form.of(asked).pages());
        }
    }

    private final Bodies bodies;
    private final Deciders deciders;
    private final Clock clock;

    PreviewGuide(Bodies bodies, Deciders deciders, Clock clock) {
        this.bodies = bodies;
        this.deciders = deciders;
        this.clock = clock;
    }

    /** @param parameters choices by question, as an address or a form has them */
    public Preview of(Guide guide, Area area, Map<String, String[]> parameters) {
        var answers = ScenarioQuestions.relevant(guide, ScenarioAnswers.read(guide, parameters));
        var open = ScenarioQuestions.firstUnanswered(guide, answers);
        return new Preview(
                ScenarioQuestions.toAsk(guide, answers),
                answers.chosen(),
                open,
                open.isPresent() ? Optional.empty() : Optional.of(new Shown(notice(guide, area, answers))));
    }

    private Notice notice(Guide guide, Area area, ScenarioAnswers answers) {
        var today = LocalDate.ofInstant(clock.instant(), View.ZONE);
        var edition = new Edition(Ids.fresh(clock), guide.code(), "draft", 0, clock.instant(), today, guide);
        var names = new HashMap<String, Translated>();
        guide.items().stream()
                .flatMap(i -> Stream.concat(Stream.of(i.department()), i.externalParty().stream()))
                .distinct()
                .forEach(d -> names.put(d, bodies.departmentName(d)));
        var items = guide.items().stream().map(Guide.Item::key).toList();
        return new Notice(
                new Offer.Offered(edition, area, area, true),
                answers,
                Resolve.resolve(guide, answers),
                deciders.of(guide, items, area.code(), today),
                Map.copyOf(names),
                "");
    }
}

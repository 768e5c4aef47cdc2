package yici.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import yici.catalogue.Catalogue;
import yici.catalogue.Guide;
import yici.catalogue.Offer;
import yici.house.Product;
import yici.jurisdiction.Bodies;

/** For benchmarks of other rooms: the one notice of a life event in an area, for answers taken by chance. */
public final class OneNotice {

    private final Catalogue catalogue = Product.running().bean(Catalogue.class);
    private final Bodies bodies = Product.running().bean(Bodies.class);

    /** @return how much it says, so that nothing of it can be left out */
    public int resolve(String lifeEvent, String area, Random random) {
        if (!(catalogue.offer(lifeEvent, area) instanceof Offer.Offered offered))
            throw new IllegalStateException("no " + lifeEvent + " in " + area);
        var guide = offered.edition().guide();
        var answers = ScenarioQuestions.relevant(guide, ScenarioAnswers.read(guide, said(guide, random)));
        var plan = Resolve.resolve(guide, answers);
        var departments =
                guide.items().stream().map(Guide.Item::department).distinct().toList();
        var notice = new Notice(offered, answers, plan, bodies.deciding(departments, area), Map.of(), "");
        return notice.lines().size()
                + notice.evidence(Plan.Todo.SUPPLY).size()
                + notice.hurdles().size();
    }

    private static Map<String, String[]> said(Guide guide, Random random) {
        var said = new LinkedHashMap<String, String[]>();
        for (var question : guide.questions()) {
            List<Guide.Choice> choices = question.choices();
            if (!choices.isEmpty())
                said.put(question.key(), new String[] {
                    choices.get(random.nextInt(choices.size())).key()
                });
        }
        return said;
    }
}

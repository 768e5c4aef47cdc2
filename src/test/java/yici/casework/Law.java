package yici.casework;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import yici.application.Application;
import yici.house.Product;
import yici.identity.SignedIn;

/** Lawful acts and the law itself, for specifications of the rooms above. */
public final class Law {

    private Law() {}

    /** The body in charge in 邵阳县 grants it. */
    public static void approves(Application application, String department, String item, Map<String, String> values) {
        var acted = Office.approve(Office.officer(department, "经办人"), application, item, values);
        if (!(acted instanceof Acted.Done)) throw new AssertionError("not approved: " + acted);
    }

    /** The body in charge in 邵阳县 accepts a case. */
    public static void accepts(Application application, String department, int no) {
        Office.bean(AcceptCase.class).accept(Office.officer(department, "经办人"), application.id(), no);
    }

    /** The body in charge in 邵阳县 asks the applicant once for what is missing. */
    public static void asksForCorrection(Application application, String department, int no) {
        Office.bean(AskCorrection.class)
                .ask(Office.officer(department, "经办人"), application.id(), no, List.of(), List.of(), "请补充说明");
    }

    /** The applicant answers the correction. */
    public static void answersTheCorrection(SignedIn applicant, Application application, int no) {
        Office.bean(AnswerCorrection.class).answer(applicant, application.id(), no, Map.of(), List.of());
    }

    /** What ran out takes effect at once: the job that does it comes by once a minute. */
    public static void takesEffect(UUID application) {
        Product.running().bean(LawTakesEffect.class).takesEffect(application);
    }
}

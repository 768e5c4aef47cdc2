package yici.connector.sandbox;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import yici.casework.DepartmentDesk;
import yici.kit.Translated;

/**
 * Answers checks as a department's system would: confirms what agrees with its register, contradicts what does not. Of whom it knows nothing
 * it believes what was stated, so that anybody can try the demonstration.
 */
@Component
class SandboxDesk implements DepartmentDesk {

    private final Shelves shelves;

    SandboxDesk(Shelves shelves) {
        this.shelves = shelves;
    }

    @Override
    public boolean answers(String lifeEvent, String item) {
        return shelves.check(lifeEvent, item).isPresent();
    }

    @Override
    public Answer ask(Question question) {
        var check = shelves.check(question.lifeEvent(), question.item()).orElse(null);
        if (check == null) return new Answer.TryLater(question.item());
        var number = question.answers().getOrDefault(check.numberElement(), "");
        return switch (shelves.behaviour(question.lifeEvent(), question.item(), number)) {
            case ANSWERS -> compare(question, check, number);
            case CONTRADICTS -> new Answer.Contradicted(check.register().zh() + "：登记信息与申报不一致");
            case DOWN -> new Answer.TryLater(check.register().zh() + "：系统维护中");
            case SLOW -> {
                Patience.use();
                yield new Answer.TryLater(check.register().zh() + "：超时");
            }
        };
    }

    private Answer compare(Question question, Shelves.Check check, String number) {
        var held = shelves.entries(number, question.lifeEvent(), check.compares());
        for (var element : check.compares()) {
            var stated = question.answers().get(element);
            var known = held.get(element);
            if (stated == null || known == null || stated.equals(known)) continue;
            return new Answer.Contradicted(differs(check.register(), known));
        }
        return new Answer.Confirmed(values(question, check), reference(question, check));
    }

    private static String differs(Translated register, String known) {
        return register.zh() + "：登记的是“" + known + "”，与申报不一致";
    }

    private static Map<String, String> values(Question question, Shelves.Check check) {
        var values = new HashMap<String, String>();
        for (var given : check.gives()) {
            var pair = given.split("=", 2);
            if (question.passes().contains(pair[0])) values.put(pair[0], pair[1]);
        }
        return values;
    }

    /** The same question always has the same reference. */
    private static String reference(Question question, Shelves.Check check) {
        int hash = (check.item() + question.caseNumber()).hashCode();
        return "HC" + String.format(Locale.ROOT, "%08X", hash);
    }
}

package yici.form;

import java.util.Map;
import java.util.Optional;

/** The sex a rule must know, as the standard codes it (1 male, 2 female), found among the answers without asking again. */
final class Sex {

    private Sex() {}

    /** Looks first at the person the tested field is about ({@code maleAge}: maleSex, maleIdNo), then at the applicant, then anywhere. */
    static Optional<String> of(String field, Map<String, String> answers) {
        String person = field.replaceFirst("[A-Z].*$", "");
        return stated(person + "Sex", answers)
                .or(() -> fromNumber(person + "IdNo", answers))
                .or(() -> stated("sex", answers))
                .or(() -> fromNumber("idNo", answers))
                .or(() -> only(answers));
    }

    private static Optional<String> stated(String key, Map<String, String> answers) {
        return Optional.of(answers.getOrDefault(key, "")).filter(sex -> sex.matches("[12]"));
    }

    /** The 17th digit of a citizen's number is odd for men. */
    private static Optional<String> fromNumber(String key, Map<String, String> answers) {
        return Optional.of(answers.getOrDefault(key, ""))
                .filter(number -> number.matches("[0-9]{17}[0-9X]"))
                .map(number -> (number.charAt(16) - '0') % 2 == 1 ? "1" : "2");
    }

    /** Of several people in one form none is meant more than another, so only one answer for all of them counts. */
    private static Optional<String> only(Map<String, String> answers) {
        var found = answers.keySet().stream()
                .filter(key -> key.endsWith("Sex") || key.endsWith("IdNo"))
                .flatMap(key -> stated(key, answers).or(() -> fromNumber(key, answers)).stream())
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}

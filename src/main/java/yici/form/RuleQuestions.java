package yici.form;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import yici.kit.Language;
import yici.kit.Translated;

/** What has to be asked before a rule can be judged. */
final class RuleQuestions {

    private RuleQuestions() {}

    /** Each once, none of them required. */
    static List<DataElement> of(Rule rule, List<DataElement> elements) {
        var asked = new LinkedHashMap<String, DataElement>();
        for (var test : rule.tests())
            for (var element : of(test, elements)) asked.putIfAbsent(element.key(), mayStayEmpty(element));
        return List.copyOf(asked.values());
    }

    private static List<DataElement> of(Rule.Test test, List<DataElement> elements) {
        var asked = new ArrayList<DataElement>();
        find(test.field(), elements).ifPresent(asked::add);
        switch (Operator.valueOf(test.operator())) {
            case GTE_BY_CLASS -> find(Feel.classOf(test.field()), elements).ifPresent(asked::add);
            case GTE_BY_SEX, LT_BY_SEX -> asked.add(sex(test.field(), elements));
            default -> {
                // its own field is all it needs
            }
        }
        return asked;
    }

    private static Optional<DataElement> find(String key, List<DataElement> elements) {
        return elements.stream().filter(e -> e.key().equals(key)).findFirst();
    }

    /** Told by a question of the form where there is one; see {@link Sex}. */
    private static DataElement sex(String field, List<DataElement> elements) {
        String person = field.replaceFirst("[A-Z].*$", "");
        return Stream.of(person + "Sex", person + "IdNo", "sex", "idNo")
                .flatMap(key -> find(key, elements).stream())
                .findFirst()
                .orElseGet(RuleQuestions::sex);
    }

    private static DataElement sex() {
        return new DataElement(
                "sex",
                said("性别", "Sex", "Sexe", "성별", "性別"),
                DataElement.Type.ENUM,
                false,
                List.of(
                        new Option("1", said("男", "Male", "Homme", "남", "男")),
                        new Option("2", said("女", "Female", "Femme", "여", "女"))),
                List.of(),
                DataElement.Origin.ASKED,
                Optional.empty());
    }

    private static Translated said(String zh, String en, String fr, String ko, String ja) {
        return new Translated(new EnumMap<>(
                Map.of(Language.ZH, zh, Language.EN, en, Language.FR, fr, Language.KO, ko, Language.JA, ja)));
    }

    private static DataElement mayStayEmpty(DataElement element) {
        return new DataElement(
                element.key(),
                element.label(),
                element.type(),
                false,
                element.options(),
                element.neededBy(),
                element.origin(),
                element.originDetail());
    }
}

package yici.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import yici.kit.Language;
import yici.kit.Translated;
import yici.kit.Words;

class FieldWordsTest {

    private static final Words WORDS = new Words();
    private static final Guide NEWBORN = SampleGuides.standard("43PCN0009");

    @Test
    void a_path_is_told_by_the_names_people_know() {
        assertThat(said("items/social-card/promised")).first().isEqualTo("事项");
        assertThat(said("items/social-card/promised")).last().isEqualTo("承诺时限");
        assertThat(said("items/social-card/promised").get(1)).contains("社会保障卡");
        assertThat(said("officialTexts/delivery")).containsExactly("说明文字", "送达说明");
        assertThat(said("jointLimit")).containsExactly("联办时限");
    }

    @Test
    void a_name_with_a_slash_in_it_is_one_name() {
        var faq = NEWBORN.faq().getFirst().question().zh();

        assertThat(said("faq/" + faq + "/answer")).containsExactly("常见问题", faq, "回答");
    }

    @Test
    void every_field_a_guide_has_is_named_in_every_language() {
        var missing = new TreeSet<String>();
        for (var name : components(Guide.class, new LinkedHashSet<>()))
            for (var language : Language.values())
                if (!WORDS.has(language, "catalogue.field." + name)) missing.add(language + " " + name);

        assertThat(missing).isEmpty();
    }

    private static List<String> said(String path) {
        return FieldWords.of(NEWBORN, path).stream()
                .map(part -> part.isWord() ? WORDS.say(Language.ZH, part.text()) : part.text())
                .toList();
    }

    private static Set<String> components(Class<?> type, Set<Class<?>> seen) {
        var names = new TreeSet<String>();
        if (!type.isRecord() || type == Translated.class || !seen.add(type)) return names;
        for (var component : type.getRecordComponents()) {
            if (type != Guide.Limit.class) names.add(component.getName());
            for (var inner : classes(component.getGenericType())) names.addAll(components(inner, seen));
        }
        return names;
    }

    private static List<Class<?>> classes(Type type) {
        if (type instanceof Class<?> one) return List.of(one);
        if (type instanceof ParameterizedType many) {
            var inner = new java.util.ArrayList<Class<?>>();
            for (var argument : many.getActualTypeArguments()) inner.addAll(classes(argument));
            return inner;
        }
        return List.of();
    }
}

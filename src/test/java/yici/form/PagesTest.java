package yici.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import yici.form.DataElement.Origin;
import yici.form.DataElement.Type;
import yici.kit.Language;
import yici.kit.Translated;

class PagesTest {

    private static List<List<String>> pages(String... keys) {
        return keys(List.of(keys).stream()
                .map(key -> Asked.element(key, Type.STRING, true))
                .toList());
    }

    private static List<List<String>> keys(List<DataElement> elements) {
        return Form.of(elements).pages().stream()
                .map(page -> page.elements().stream().map(DataElement::key).toList())
                .toList();
    }

    @Test
    void what_is_about_the_same_person_comes_together() {
        assertThat(pages("motherName", "fatherName", "motherIdNo", "floors", "fatherIdNo"))
                .containsExactly(
                        List.of("motherName", "motherIdNo"), List.of("fatherName", "fatherIdNo"), List.of("floors"));
    }

    @Test
    void the_applicant_comes_first_and_how_to_reach_him_last() {
        assertThat(pages("contactPhone", "deliveryMode", "birthDate", "deliveryAddress", "idNo", "name"))
                .containsExactly(
                        List.of("idNo", "name"),
                        List.of("birthDate"),
                        List.of("deliveryMode", "deliveryAddress"),
                        List.of("contactPhone"));
    }

    @Test
    void five_become_three_and_two() {
        assertThat(pages("maleName", "maleIdNo", "maleAge", "maleHasSpouse", "maleHukouProvince"))
                .containsExactly(
                        List.of("maleName", "maleIdNo", "maleAge"), List.of("maleHasSpouse", "maleHukouProvince"));
    }

    @Test
    void little_words_bring_nothing_together() {
        assertThat(pages("inBuiltUpArea", "inGasNetwork")).hasSize(2);
    }

    @Test
    void single_questions_for_the_same_item_share_a_page() {
        var questions = List.of("taxCleared", "listedJsc", "isStudent", "ofWorkingAge", "employed").stream()
                .map(key -> Asked.element(key, Type.BOOLEAN, true))
                .toList();

        assertThat(keys(questions))
                .containsExactly(List.of("taxCleared", "listedJsc", "isStudent", "ofWorkingAge"), List.of("employed"));
    }

    @Test
    void no_element_is_asked_twice() {
        var element = Asked.element("name", Type.STRING, true);

        assertThatThrownBy(() -> Form.of(List.of(element, element))).hasMessageContaining("name");
    }

    @Test
    void a_page_is_headed_by_its_question_or_by_what_it_is_about() {
        var mother = new FormPage(
                "motherName",
                List.of(
                        Asked.element("motherName", Type.STRING, true),
                        Asked.element("motherIdNo", Type.ID_NUMBER, true)));
        var strange = new FormPage(
                "xyzName",
                List.of(Asked.element("xyzName", Type.STRING, true), Asked.element("xyzAge", Type.NUMBER, true)));

        assertThat(Form.title(mother, Asked.view(Language.FR)).in(Language.FR)).isEqualTo("La mère");
        assertThat(Form.title(strange, Asked.view(Language.FR)).in(Language.FR)).isEqualTo("标签、标签");
        assertThat(Form.title(strange, Asked.view(Language.FR)).in(Language.EN)).isEqualTo("Label, Label");
    }

    @Test
    void every_page_of_the_themes_has_a_heading_that_is_more_than_its_labels() {
        var headings = Themes.all().stream()
                .flatMap(theme -> Form.of(theme.elements()).pages().stream())
                .filter(page -> page.elements().size() > 1)
                .map(page -> page.key() + ": "
                        + Form.title(page, Asked.view(Language.ZH)).zh());

        assertThat(headings).noneMatch(heading -> heading.contains("、"));
    }

    @Property
    void each_element_stands_on_exactly_one_page_of_at_most_four(@ForAll("elements") List<DataElement> elements) {
        holds(elements);
    }

    @Test
    void the_same_is_true_of_the_nine_themes() {
        assertThat(Themes.all()).hasSize(9);
        Themes.all().forEach(theme -> holds(theme.elements()));
    }

    private static void holds(List<DataElement> elements) {
        var form = Form.of(elements);
        var pages = form.pages();

        assertThat(pages.stream().flatMap(page -> page.elements().stream()))
                .containsExactlyInAnyOrderElementsOf(elements);
        assertThat(pages).extracting(FormPage::key).doesNotHaveDuplicates();
        assertThat(pages).allSatisfy(page -> assertThat(page.elements()).hasSizeBetween(1, 4));
        assertThat(pages)
                .allSatisfy(page -> assertThat(page.key())
                        .isEqualTo(page.elements().getFirst().key()));
        elements.forEach(element ->
                assertThat(form.pageOf(element.key()).orElseThrow().elements()).contains(element));
    }

    @Provide
    Arbitrary<List<DataElement>> elements() {
        var key = Combinators.combine(
                        Arbitraries.of(
                                "mother",
                                "father",
                                "contact",
                                "delivery",
                                "in",
                                "name",
                                "uscc",
                                "x",
                                "self",
                                "entity",
                                "isStudent"),
                        Arbitraries.of("", "Name", "IdNo", "Age", "No", "Address", "Sex", "Type"))
                .as(String::concat);
        var element = Combinators.combine(key, Arbitraries.of(Type.class), Arbitraries.of("a", "b"))
                .as((k, type, item) -> new DataElement(
                        k, Translated.zh(k), type, true, List.of(), List.of(item), Origin.ASKED, Optional.empty()));
        return element.list().uniqueElements(DataElement::key).ofMaxSize(40);
    }
}

package yici.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import yici.kit.Csv;

class NoticeTextTest {

    private static final String OF_2026 = """
            国务院办公厅关于2026年部分节假日安排的通知
            国办发明电〔2025〕7号
            各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
            经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
            一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
            二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
            三、清明节：4月4日（周六）至6日（周一）放假，共3天。
            四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
            五、端午节：6月19日（周五）至21日（周日）放假，共3天。
            六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
            七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
            节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作，遇有重大突发事件，要按规定及时报告并妥善处置，确保人民群众祥和平安度过节日假期。
            国务院办公厅
            2025年11月4日
            """;

    private static final String OF_2024 = """
            国务院办公厅关于2024年部分节假日安排的通知
            一、元旦：1月1日放假，与周末连休。
            二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
            三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
            四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
            五、端午节：6月10日放假，与周末连休。
            六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
            七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。
            """;

    private static final String OF_2025 = """
            国务院办公厅关于2025年部分节假日安排的通知
            一、元旦：1月1日（周三）放假1天，不调休。
            二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
            三、清明节：4月4日（周五）至6日（周日）放假，共3天。
            四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
            五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
            六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
            """;

    @Test
    void three_years_notices_say_what_the_file_says() {
        assertThat(days(OF_2026)).isEqualTo(fromFile(2026));
        assertThat(days(OF_2025)).isEqualTo(fromFile(2025));
        assertThat(days(OF_2024)).isEqualTo(fromFile(2024));
    }

    @Test
    void the_document_number_is_found() {
        assertThat(((Reading.Read) Reading.of("", OF_2026)).documentNo()).isEqualTo("国办发明电〔2025〕7号");
    }

    @Test
    void western_punctuation_line_breaks_within_a_sentence_and_one_long_line_are_the_same_notice() {
        var western =
                OF_2025.replace('（', '(').replace('）', ')').replace('：', ':').replace('，', ',');
        var broken = OF_2025.replace("至2月4日", "至\n2月4日");
        var oneLine = OF_2025.replace("\n", " ").replace("。 ", "。");

        assertThat(days(western)).isEqualTo(fromFile(2025));
        assertThat(days(broken)).isEqualTo(fromFile(2025));
        assertThat(days(oneLine.replace("通知 一", "通知\n一"))).isEqualTo(fromFile(2025));
    }

    @Test
    void a_wrong_weekday_a_wrong_total_and_a_date_that_is_none_are_named_with_their_line() {
        assertThat(flaws("一、元旦：1月1日（周五）放假1天。")).containsExactly(Flaw.at(2, "weekday", "2026-01-01", "五", "四"));
        assertThat(flaws("一、元旦：1月1日（周四）至3日（周六）放假调休，共4天。")).containsExactly(Flaw.at(2, "total", "元旦", 4, 3));
        assertThat(flaws("\n一、春节：2月30日放假。")).containsExactly(Flaw.at(3, "date", "2月30日"));
        assertThat(flaws("一、春节：2月5日至3日放假。")).containsExactly(Flaw.at(2, "order", "2月5日至3日"));
        assertThat(flaws("一、春节：2月5日左右放假。")).containsExactly(Flaw.at(2, "unreadable", "2月5日左右放假"));
        assertThat(flaws("一、春节：照常安排。")).containsExactly(Flaw.at(2, "unreadable", "春节:照常安排。"));
    }

    @Test
    void a_make_up_day_on_a_weekday_a_day_twice_a_day_off_and_worked_and_another_year_are_refused() {
        assertThat(flaws("一、元旦：1月1日放假。1月5日上班。")).containsExactly(Flaw.at(2, "work-on-weekday", "2026-01-05"));
        assertThat(flaws("一、元旦：1月1日放假。\n二、新年：1月1日放假。")).containsExactly(Flaw.at(3, "twice", "2026-01-01"));
        assertThat(flaws("一、元旦：1月1日至3日放假。\n1月3日上班。")).containsExactly(Flaw.at(3, "both", "2026-01-03"));
        assertThat(flaws("一、元旦：1月1日放假。2025年12月28日上班。")).containsExactly(Flaw.at(2, "other-year", "2025-12-28", 2026));
    }

    @Test
    void a_table_is_read_and_refused_in_the_same_words() {
        assertThat(Reading.of("", "date,type,name\n2031-05-01,holiday,劳动节\n2031-05-03,workday,劳动节\n"))
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> assertThat(read.year().year()).isEqualTo(2031));
        assertThat(tableFlaws("2031-05-41,holiday,x")).containsExactly(Flaw.at(2, "date", "2031-05-41"));
        assertThat(tableFlaws("2031-05-01,free,x")).containsExactly(Flaw.at(2, "kind", "free"));
        assertThat(tableFlaws("2031-05-01,holiday,")).containsExactly(Flaw.at(2, "name", "2031-05-01"));
        assertThat(tableFlaws("2031-05-01,holiday,x\n2032-05-01,holiday,x"))
                .containsExactly(Flaw.at(3, "other-year", "2032-05-01", 2031));
        assertThat(tableFlaws("2031-05-01,holiday,x\n2031-05-01,holiday,x"))
                .containsExactly(Flaw.at(3, "twice", "2031-05-01"));
        assertThat(tableFlaws("2031-05-01,holiday")).containsExactly(Flaw.at(2, "unreadable", "2031-05-01"));
        assertThat(((Reading.Unreadable) Reading.of("", "date,name\n2031-05-01,x")).flaws())
                .containsExactly(Flaw.at(1, "columns"));
    }

    @Test
    void nothing_too_much_and_no_year_are_refused() {
        assertThat(((Reading.Unreadable) Reading.of("", "  \n")).flaws()).containsExactly(Flaw.at(0, "empty"));
        assertThat(((Reading.Unreadable) Reading.of("", "x".repeat(20_001))).flaws())
                .containsExactly(Flaw.at(0, "too-long", 20_000));
        assertThat(((Reading.Unreadable) Reading.of("", "一、元旦：1月1日放假。")).flaws())
                .containsExactly(Flaw.at(0, "no-year"));
    }

    private static List<Flaw> flaws(String items) {
        return ((Reading.Unreadable) Reading.of("", "关于2026年部分节假日安排的通知\n" + items)).flaws();
    }

    private static List<Flaw> tableFlaws(String lines) {
        return ((Reading.Unreadable) Reading.of("", "date,type,name\n" + lines + "\n")).flaws();
    }

    private static HashSet<SpecialDay> days(String notice) {
        var reading = Reading.of("", notice);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return new HashSet<>(((Reading.Read) reading).year().days());
    }

    private static HashSet<SpecialDay> fromFile(int year) {
        return Csv.read(Path.of("sample"), "holidays-cn.csv", "date", "type", "name").stream()
                .map(row -> new SpecialDay(
                        LocalDate.parse(row.get("date")),
                        row.get("type").equals("holiday") ? Kind.HOLIDAY : Kind.WORKDAY,
                        row.get("name")))
                .filter(day -> day.date().getYear() == year)
                .collect(Collectors.toCollection(HashSet::new));
    }
}

package yici.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FileNameTest {

    @Example
    void a_name_keeps_its_chinese_and_loses_its_path() {
        assertThat(FileName.clean("身份证 正面.jpg", FileType.JPEG)).isEqualTo("身份证 正面.jpg");
        assertThat(FileName.clean("C:\\Users\\李娜\\户口本.PDF", FileType.PDF)).isEqualTo("户口本.PDF");
        assertThat(FileName.clean("../../etc/passwd", FileType.PNG)).isEqualTo("passwd.png");
        assertThat(FileName.clean("..", FileType.PNG)).isEqualTo("file.png");
        assertThat(FileName.clean("", FileType.PNG)).isEqualTo("file.png");
    }

    @Example
    void control_characters_and_reversed_writing_go() {
        assertThat(FileName.clean("a\r\nSet-Cookie: x\u0000.pdf", FileType.PDF)).isEqualTo("aSet-Cookie_ x.pdf");
        assertThat(FileName.clean("photo\u202Egpj.exe", FileType.JPEG)).isEqualTo("photogpj.exe.jpg");
    }

    @Example
    void a_name_ends_as_its_content_is() {
        assertThat(FileName.clean("page.html", FileType.PDF)).isEqualTo("page.html.pdf");
        assertThat(FileName.clean("scan.jpeg", FileType.JPEG)).isEqualTo("scan.jpeg");
        assertThat(FileName.clean("合同", FileType.DOCX)).isEqualTo("合同.docx");
    }

    @Example
    void a_long_name_is_cut_before_its_ending() {
        assertThat(FileName.clean("证".repeat(300) + ".pdf", FileType.PDF)).isEqualTo("证".repeat(116) + ".pdf");
        assertThat(FileName.clean("𠮷".repeat(300), FileType.PDF))
                .hasSizeLessThanOrEqualTo(120)
                .endsWith("𠮷.pdf");
    }

    @Example
    void accents_that_an_invisible_character_parted_come_into_their_order() {
        assertThat(FileName.clean("a\u0301\u200e\u0323.pdf")).isEqualTo("\u1ea1\u0301.pdf");
    }

    @Property
    void whatever_a_device_says_the_name_is_harmless(@ForAll String claimed, @ForAll FileType type) {
        var name = FileName.clean(claimed, type);

        assertThat(name)
                .isNotBlank()
                .hasSizeLessThanOrEqualTo(FileName.LONGEST)
                .doesNotContainPattern("[\\p{C}/\\\\:\"<>|?*]");
        assertThat(name).doesNotStartWith(".");
        assertThat(FileName.clean(name, type)).isEqualTo(name);
    }
}

package yici.casework;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import org.springframework.stereotype.Component;
import yici.kit.Language;
import yici.kit.Page;
import yici.kit.Press;
import yici.kit.Words;

/** Makes the PDF of a paper from what was put down on the day. The same paper gives the same bytes, so nothing but what it says is kept. */
@Component
class PrintPaper {

    private final Press press;
    private final Words words;

    PrintPaper(Press press, Words words) {
        this.press = press;
        this.words = words;
    }

    byte[] pdf(Papers.Issued paper) {
        return press.pdf(html(paper), paper.issuedAt(), paper.id().getLeastSignificantBits());
    }

    private String html(Papers.Issued paper) {
        var text = new StringOutput();
        JtepaperGenerated.render(
                new OwaspHtmlTemplateOutput(text),
                Page.PLAIN,
                new PaperText(paper),
                words.say(Language.ZH, "kit.demo"));
        return text.toString();
    }
}

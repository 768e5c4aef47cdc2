package yici.form;

import gg.jte.Content;
import java.time.LocalDate;
import yici.kit.Page;

/** One line of free text: a name, the number of a certificate. */
record TextField(DataElement element) implements Field {

    private static final int LONGEST = 200;

    @Override
    public Verdict check(String raw, LocalDate today) {
        return check(raw, LONGEST);
    }

    /** Shared by the types that are free text with a limit of their own. */
    static Verdict check(String raw, int longest) {
        String text = Typed.line(raw);
        if (text.codePoints().anyMatch(TextField::cannotBeSeen)) return Verdict.refused("text.control");
        int length = text.codePointCount(0, text.length());
        return length > longest ? Verdict.refused("text.long", longest, length) : new Verdict.Accepted(text);
    }

    private static boolean cannotBeSeen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> true;
            case Character.FORMAT -> true; // reversed or hidden text: a name must not look like another
            default -> false;
        };
    }

    /** Browsers fill in what the person has told them about himself; the names of others are typed. */
    String autocomplete() {
        return element.key().matches("name|applicantName|agentName") ? "name" : "off";
    }

    boolean spellchecked() {
        return !element.key().matches(".*(No|Code|Name|name)");
    }

    @Override
    public Content draw(Drawing drawing) {
        return Drawing.content(out -> JtetextGenerated.render(out, Page.PLAIN, this, drawing));
    }
}

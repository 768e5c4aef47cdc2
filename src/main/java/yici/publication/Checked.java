package yici.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import yici.kit.IdNumber;

/**
 * What an editor is told of a text before it goes out. These are hints, a person decides.
 *
 * @param minutes how long reading it takes
 */
record Checked(List<Hint> hints, int minutes) {

    enum Kind {
        LINK,
        HEADING,
        ALT,
        PERSONAL,
        TERM,
        OVERLAP,
        WORDING,
        /** What should be read on the page is only in a file. */
        PAPER;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Hint(Kind kind, String what, String right) {}

    /** A word of the termbase and how it is said in the language of the text. */
    record Term(String chinese, String right) {}

    private static final Pattern PHONE = Pattern.compile("(?<![0-9])1[3-9][0-9]{9}(?![0-9])");
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{17}[0-9Xx](?![0-9])");
    private static final int SHINGLE = 8;
    private static final int TOO_MUCH = 60;
    private static final int SIGNS_A_MINUTE = 500;
    private static final int SHORT = 60;

    /**
     * @param chinese the Chinese text it is made from; empty for a Chinese text
     * @param documents what it explains; empty for what explains nothing
     */
    static Checked of(String markdown, String chinese, List<Term> terms, List<String> documents) {
        var hints = new ArrayList<Hint>();
        structure(markdown, hints);
        personal(markdown, hints);
        terms(markdown, chinese, terms, hints);
        var words = Markdown.words(markdown);
        for (var wording : Wording.LIST)
            if (wording.stands(words)) hints.add(new Hint(Kind.WORDING, wording.bad(), wording.better()));
        if (markdown.contains("](/media/") && words.length() < SHORT) hints.add(new Hint(Kind.PAPER, "", ""));
        for (var document : documents) {
            int overlap = overlap(words, Markdown.words(document));
            if (overlap > TOO_MUCH) hints.add(new Hint(Kind.OVERLAP, overlap + " %", ""));
        }
        return new Checked(List.copyOf(hints), Math.max(1, words.length() / SIGNS_A_MINUTE));
    }

    /** A term that is part of a longer one is looked for where it stands by itself. */
    private static void terms(String markdown, String chinese, List<Term> terms, List<Hint> hints) {
        var text = markdown.toLowerCase(Locale.ROOT);
        var left = chinese;
        for (var term : terms.stream()
                .sorted(Comparator.comparingInt((Term one) -> one.chinese().length())
                        .reversed())
                .toList()) {
            if (!left.contains(term.chinese())) continue;
            left = left.replace(term.chinese(), "\n");
            if (!text.contains(term.right().toLowerCase(Locale.ROOT)))
                hints.add(new Hint(Kind.TERM, term.chinese(), term.right()));
        }
    }

    private static void structure(String markdown, List<Hint> hints) {
        Markdown.tree(markdown).accept(new AbstractVisitor() {
            private int level = 1;

            @Override
            public void visit(Heading heading) {
                if (heading.getLevel() == 1 || heading.getLevel() > level + 1)
                    hints.add(new Hint(Kind.HEADING, "#".repeat(heading.getLevel()), "#".repeat(level + 1)));
                level = Math.max(2, heading.getLevel());
            }

            @Override
            public void visit(Link link) {
                if (!Markdown.isLink(link.getDestination())) hints.add(new Hint(Kind.LINK, link.getDestination(), ""));
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                if (image.getFirstChild() == null) hints.add(new Hint(Kind.ALT, image.getDestination(), ""));
            }
        });
    }

    /** Numbers of persons and mobile phones, with only their beginning repeated. */
    private static void personal(String markdown, List<Hint> hints) {
        NUMBER.matcher(markdown)
                .results()
                .filter(number -> IdNumber.read(number.group()) instanceof IdNumber.Reading.Good)
                .forEach(number ->
                        hints.add(new Hint(Kind.PERSONAL, number.group().substring(0, 6) + "…", "")));
        PHONE.matcher(markdown)
                .results()
                .forEach(phone ->
                        hints.add(new Hint(Kind.PERSONAL, phone.group().substring(0, 3) + "…", "")));
    }

    /** How much of a text stands in another, word for word, in per cent. */
    static int overlap(String text, String source) {
        var own = shingles(text);
        if (own.isEmpty()) return 0;
        var theirs = shingles(source);
        return (int) (100 * own.stream().filter(theirs::contains).count() / own.size());
    }

    private static Set<String> shingles(String text) {
        var bare = text.replaceAll("[\\s\\p{P}]+", "");
        var all = new HashSet<String>();
        for (int i = 0; i + SHINGLE <= bare.length(); i++) all.add(bare.substring(i, i + SHINGLE));
        return all;
    }
}

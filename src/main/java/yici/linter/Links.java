package yici.linter;

import java.net.URI;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import yici.catalogue.Guide;
import yici.catalogue.Service;

/** Addresses on the web, as far as it shows without calling that nobody can reach them. */
final class Links {

    private static final Pattern IN_TEXT =
            Pattern.compile("(?i)(?:https?|ftp)[:：]//?[^\\s，。；、）)》”\"]*|www\\.[^\\s，。；、）)》”\"]+");

    /** Names and numbers that mean something inside one house only, and those kept for examples. */
    private static final Pattern INSIDE = Pattern.compile(
            "(?i)localhost|127\\..*|10\\..*|192\\.168\\..*|172\\.(?:1[6-9]|2\\d|3[01])\\..*|.*\\.(?:local|internal|lan|test|invalid)|[^.]+");

    private Links() {}

    /** R25. Where a paper is described, people are sent to download or look something up. */
    static void unreachable(Guide guide, Found found) {
        for (var paper : guide.evidence()) {
            var where = "evidence/" + paper.key();
            written(paper.when(), where + "/when", found);
            written(paper.sourceText(), where + "/sourceText", found);
            written(paper.acceptStandard(), where + "/acceptStandard", found);
            written(paper.fillingNote(), where + "/fillingNote", found);
            paper.waiverReason().ifPresent(why -> written(why.zh(), where + "/waiverReason", found));
        }
        guide.officialTexts().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(text -> written(text.getValue(), "officialTexts/" + text.getKey(), found));
    }

    /** R25 */
    static void unreachable(Service service, Found found) {
        service.implementation().access().ifPresent(access -> {
            address(access.onlineAddress(), "implementation/access/onlineAddress", found);
            address(access.mobileAddress(), "implementation/access/mobileAddress", found);
        });
        for (var paper : service.documents()) {
            var where = "documents/" + paper.name();
            written(paper.sourceNote(), where + "/sourceNote", found);
            written(paper.acceptStandard(), where + "/acceptStandard", found);
        }
        for (var paper : service.implementation().papers())
            written(paper.fillingNote(), "implementation/papers/" + paper.key() + "/fillingNote", found);
    }

    private static void address(String said, String where, Found found) {
        found.when(Said.something(said) && !isReachable(said.strip()), where, said);
    }

    private static void written(String text, String where, Found found) {
        links(text).filter(link -> !isReachable(link)).forEach(link -> found.at(where, link));
    }

    private static Stream<String> links(String text) {
        return IN_TEXT.matcher(text).results().map(match -> match.group());
    }

    private static boolean isReachable(String link) {
        try {
            var address = URI.create(link.startsWith("www.") ? "https://" + link : link);
            var scheme = address.getScheme();
            var host = address.getHost();
            return scheme != null
                    && scheme.matches("(?i)https?")
                    && host != null
                    && !INSIDE.matcher(host).matches();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

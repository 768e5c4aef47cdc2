package yici.linter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import yici.catalogue.Guide;
import yici.catalogue.Service;

/** What is asked for, by which law, and of whom it could be had instead. */
final class Papers {

    /** 〔2015〕54号, 第四十四条, 令第722号 */
    private static final Pattern NUMBER = Pattern.compile("[〔\\[【（(]\\d{4}[〕\\]】）)]|第?\\d+号|令");

    private static final Pattern CLAUSE = Pattern.compile("第[一二三四五六七八九十百零〇\\d（）()]+[条款章节点项部]");

    private Papers() {}

    /** R19 */
    static void basis(Guide guide, Found found) {
        for (var paper : guide.evidence()) {
            String basis = paper.basis();
            boolean whole =
                    NUMBER.matcher(basis).find() && CLAUSE.matcher(basis).find();
            found.when(!whole, "evidence/" + paper.key() + "/basis", basis);
        }
    }

    /** R19 */
    static void basis(Service service, Found found) {
        found.when(service.basis().isEmpty(), "basis", "");
        for (var basis : service.basis()) {
            boolean whole = Said.something(basis.number()) && Said.something(basis.clause());
            found.when(!whole, "basis/" + basis.document(), (basis.number() + " " + basis.clause()).strip());
        }
    }

    /** R20 */
    static void askedTwice(Guide guide, Found found) {
        twice(
                guide.evidence(),
                paper -> paper.name().zh(),
                (paper, first) -> found.at("evidence/" + paper.key(), first));
    }

    /** R20 */
    static void askedTwice(Service service, Found found) {
        twice(service.documents(), Service.Document::name, (_, first) -> found.at("documents", first));
    }

    private static <T> void twice(
            List<T> papers, java.util.function.Function<T, String> name, BiConsumer<T, String> again) {
        Map<String, String> seen = new HashMap<>();
        for (T paper : papers) {
            String plain = plain(name.apply(paper));
            if (seen.putIfAbsent(plain, name.apply(paper)) != null) again.accept(paper, name.apply(paper));
        }
    }

    /** 中华人民共和国居民身份证 and 《居民身份证》原件 are one document. */
    private static String plain(String name) {
        return name.replaceAll("[《》“”\"\\s]", "")
                .replaceFirst("^中华人民共和国", "")
                .replaceFirst("(?:原件|复印件|原件和复印件|原件及复印件)$", "");
    }

    /** R21 */
    static void heldByGovernment(Guide guide, Found found) {
        for (var paper : guide.evidence())
            found.when(
                    paper.source().equals("GOVERNMENT")
                            && paper.waiver() == Guide.Waiver.NONE
                            && paper.waiverReason()
                                    .filter(why -> Said.something(why.zh()))
                                    .isEmpty(),
                    "evidence/" + paper.key() + "/waiver",
                    paper.name().zh());
    }

    /** R21. Only where somebody has said that nothing spares the applicant the paper. */
    static void heldByGovernment(Service service, Found found) {
        for (var more : service.implementation().papers())
            service.documents().stream()
                    .filter(paper ->
                            paper.key().equals(more.key()) && paper.source().equals("GOVERNMENT"))
                    .filter(_ -> more.waiver().equals(Optional.of(Guide.Waiver.NONE)))
                    .forEach(paper -> found.at("implementation/papers/" + more.key() + "/waiver", paper.name()));
    }

    /** R22 */
    static void abolishedProofs(Guide guide, Found found) {
        for (var paper : guide.evidence())
            Proofs.abolished(paper.name().zh(), paper.sourceText())
                    .ifPresent(proof ->
                            found.at("evidence/" + paper.key(), paper.name().zh() + " · " + proof.source()));
    }

    /** R22 */
    static void abolishedProofs(Service service, Found found) {
        for (var paper : service.documents())
            Proofs.abolished(paper.name(), paper.sourceNote())
                    .ifPresent(proof ->
                            found.at("documents/" + paper.name(), paper.sourceNote() + " · " + proof.source()));
    }

    /** R30 */
    static void morePapersThanPublished(Guide guide, Found found) {
        long required = guide.evidence().stream()
                .filter(paper ->
                        paper.necessity() == Guide.Necessity.REQUIRED && paper.waiver() != Guide.Waiver.AUTO_FORM)
                .count();
        guide.reform()
                .after()
                .filter(after -> after.materials() < required)
                .ifPresent(after -> found.at("reform/after/materials", after.materials() + " < " + required));
    }

    /** R32 */
    static void sourceContradicted(Guide guide, Found found) {
        for (var paper : guide.evidence())
            found.when(
                    contradicts(paper.source(), paper.sourceText()),
                    "evidence/" + paper.key() + "/source",
                    paper.sourceText());
    }

    /** R32 */
    static void sourceContradicted(Service service, Found found) {
        for (var paper : service.documents())
            found.when(
                    contradicts(paper.source(), paper.sourceNote()),
                    "documents/" + paper.name() + "/source",
                    paper.sourceNote());
    }

    private static boolean contradicts(String source, String said) {
        return (source.equals("GOVERNMENT") && said.strip().equals("申请人自备"))
                || (source.equals("APPLICANT") && said.contains("核发") && !said.contains("申请人"));
    }
}

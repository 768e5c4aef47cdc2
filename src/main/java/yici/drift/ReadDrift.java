package yici.drift;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.catalogue.Catalogue;
import yici.catalogue.FieldWords;
import yici.catalogue.Guide;
import yici.catalogue.Listed;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.identity.Thing;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.kit.NotFound;
import yici.kit.Translated;

/** How far areas have come apart, as pages show it: with names, reasons, and what this person may do about it. */
@Component
class ReadDrift {

    private static final int AREAS_SHOWN = 40;

    /** @param rules variants with rules of their own; @param noise variants that differ in order only */
    record Line(Listed lifeEvent, Drift drift, int rules, int noise) {}

    /** @param waiting for an answer, of the areas this person governs */
    record Overview(List<Line> lines, List<Asked> waiting) {}

    /**
     * @param way to the one difference it is about; empty for everything
     * @param mayAnswer it is this person's own area, and not the own proposal
     */
    record Asked(
            Proposal proposal, Translated lifeEvent, Translated area, List<FieldWords.Part> way, boolean mayAnswer) {}

    /** @param field the way to it; @param reason why, as the area has said; empty where it has not */
    record Field(FieldDifference difference, List<FieldWords.Part> way, String reason) {}

    record OneArea(Area area, boolean mayPropose, Optional<Proposal> proposal) {}

    /** @param noise lists that stand in another order or name something twice */
    record Member(
            Drift.Beside beside,
            String note,
            List<OneArea> areas,
            List<Field> editorial,
            List<List<FieldWords.Part>> noise) {
        boolean isStandard() {
            return beside.variant().equals("std");
        }

        int unnamed() {
            return Math.max(0, beside.areas() - areas.size());
        }
    }

    record Group(Drift.Group group, List<Field> rules, List<Member> members) {
        int justified() {
            return (int)
                    rules.stream().filter(field -> !field.reason().isEmpty()).count();
        }
    }

    record Unread(String variant, int areas, String note) {}

    record One(Listed lifeEvent, Drift drift, List<Group> groups, List<Unread> unread, List<String> keys) {}

    record SideBySide(
            Listed lifeEvent,
            List<String> keys,
            String left,
            String right,
            Comparison comparison,
            List<Field> fields,
            List<List<FieldWords.Part>> noise) {}

    private final Compared compared;
    private final Proposals proposals;
    private final Catalogue catalogue;
    private final Policy policy;
    private final Areas areas;

    ReadDrift(Compared compared, Proposals proposals, Catalogue catalogue, Policy policy, Areas areas) {
        this.compared = compared;
        this.proposals = proposals;
        this.catalogue = catalogue;
        this.policy = policy;
        this.areas = areas;
    }

    @Transactional(readOnly = true)
    Overview overview(SignedIn me) {
        policy.check(me, Deed.SEE_DRIFT);
        var all = catalogue.lifeEvents();
        var drifts = compared.drifts(all.stream().map(Listed::code).toList());
        var lines = IntStream.range(0, all.size())
                .mapToObj(i -> line(all.get(i), drifts.get(i)))
                .toList();
        var waiting = proposals.open(policy.reach(me, Deed.PROPOSE_STANDARD)).stream()
                .map(proposal -> asked(me, proposal))
                .toList();
        return new Overview(lines, waiting);
    }

    private static Line line(Listed listed, Drift drift) {
        return new Line(
                listed, drift, count(drift, Comparison.Verdict.RULES), count(drift, Comparison.Verdict.ORDER_ONLY));
    }

    private static int count(Drift drift, Comparison.Verdict verdict) {
        return (int) drift.groups().stream()
                .flatMap(group -> group.variants().stream())
                .filter(beside -> beside.comparison().verdict() == verdict)
                .count();
    }

    private Asked asked(SignedIn me, Proposal proposal) {
        return new Asked(
                proposal,
                listed(proposal.lifeEvent()).name(),
                areas.get(proposal.area()).name(),
                proposal.field().isEmpty()
                        ? List.of()
                        : FieldWords.of(guide(standings(proposal.lifeEvent()), "std"), proposal.field()),
                mayAnswer(me, proposal));
    }

    private boolean mayAnswer(SignedIn me, Proposal proposal) {
        return proposal.isOpen()
                && policy.allows(me, Deed.ANSWER_PROPOSAL, Thing.in(proposal.area()))
                && !proposal.proposedBy().equals(me.person());
    }

    /** @throws NotFound for a proposal to no area this person governs */
    @Transactional(readOnly = true)
    Asked proposal(SignedIn me, java.util.UUID id) {
        return proposals
                .find(policy.reach(me, Deed.PROPOSE_STANDARD), id)
                .map(proposal -> asked(me, proposal))
                .orElseThrow(() -> new NotFound("proposal " + id));
    }

    /** @throws NotFound for no life event */
    @Transactional(readOnly = true)
    One one(SignedIn me, String code) {
        policy.check(me, Deed.SEE_DRIFT);
        var listed = listed(code);
        var drift = compared.drift(code);
        var standings = standings(code);
        var latest = proposals.latest(code).stream().collect(toMap(Proposal::area, p -> p));
        var standard = guide(standings, "std");
        var groups = drift.groups().stream()
                .map(group -> group(me, group, standings, standard, latest))
                .toList();
        var unread = standings.values().stream()
                .filter(standing -> standing.edition().isEmpty())
                .map(standing -> new Unread(
                        standing.variant().key(),
                        standing.variant().areaCount().orElse(standing.areas().size()),
                        standing.variant().note()))
                .toList();
        return new One(listed, drift, groups, unread, keys(standings));
    }

    private Group group(
            SignedIn me,
            Drift.Group group,
            Map<String, Catalogue.Standing> standings,
            Guide standard,
            Map<String, Proposal> latest) {
        var members = group.variants().stream()
                .map(beside -> member(me, beside, standing(standings, beside.variant()), standard, latest))
                .toList();
        var first = standing(standings, group.variants().getFirst().variant());
        var rules = group.isStandard() ? List.<Field>of() : fields(group.rules(), standard, guide(first), first);
        return new Group(group, rules, members);
    }

    private Member member(
            SignedIn me,
            Drift.Beside beside,
            Catalogue.Standing standing,
            Guide standard,
            Map<String, Proposal> latest) {
        var own = standing.areas().stream()
                .limit(AREAS_SHOWN)
                .flatMap(code -> areas.find(code).stream())
                .map(area -> area(me, area, beside, standing, latest))
                .toList();
        var editorial = beside.comparison().differences().stream()
                .filter(difference -> !difference.isRule())
                .toList();
        return new Member(
                beside,
                standing.variant().note(),
                own,
                editorial.isEmpty() ? List.of() : fields(editorial, standard, guide(standing), standing),
                ways(beside.comparison().noise(), standard));
    }

    private OneArea area(
            SignedIn me, Area area, Drift.Beside beside, Catalogue.Standing standing, Map<String, Proposal> latest) {
        var proposal = Optional.ofNullable(latest.get(area.code()));
        boolean may = !standing.variant().isStandard()
                // there must be something to give back
                && beside.comparison().verdict() != Comparison.Verdict.SAME
                && proposal.filter(Proposal::isOpen).isEmpty()
                && policy.allows(me, Deed.PROPOSE_STANDARD, Thing.in(area.code()));
        return new OneArea(area, may, standing.variant().isStandard() ? Optional.empty() : proposal);
    }

    /** Two variants beside each other, whichever they are. */
    @Transactional(readOnly = true)
    SideBySide sideBySide(SignedIn me, String code, String left, String right) {
        policy.check(me, Deed.SEE_DRIFT);
        var listed = listed(code);
        var standings = standings(code);
        var keys = keys(standings);
        if (!keys.contains(left) || !keys.contains(right)) throw new NotFound("variant of " + code);
        var one = guide(standings, left);
        var other = guide(standings, right);
        var comparison = Compare.of(one, other);
        if (left.equals("std")) comparison = Compared.asTold(standing(standings, right), comparison);
        return new SideBySide(
                listed,
                keys,
                left,
                right,
                comparison,
                fields(comparison.differences(), one, other, standing(standings, right)),
                ways(comparison.noise(), one));
    }

    private List<Field> fields(List<FieldDifference> differences, Guide one, Guide other, Catalogue.Standing standing) {
        var reasons = compared.reasons(standing);
        return differences.stream()
                .map(difference -> new Field(
                        difference,
                        // what is new is known to the other text only
                        FieldWords.of(difference.from().isEmpty() ? other : one, difference.path()),
                        reasons.getOrDefault(difference.path(), "")))
                .toList();
    }

    private static List<List<FieldWords.Part>> ways(List<String> paths, Guide guide) {
        return paths.stream().map(path -> FieldWords.of(guide, path)).toList();
    }

    private Map<String, Catalogue.Standing> standings(String code) {
        return catalogue.variants(code).stream()
                .collect(toMap(s -> s.variant().key(), s -> s, (a, _) -> a, java.util.LinkedHashMap::new));
    }

    private static List<String> keys(Map<String, Catalogue.Standing> standings) {
        return standings.values().stream()
                .filter(standing -> standing.edition().isPresent())
                .map(standing -> standing.variant().key())
                .toList();
    }

    private Guide guide(Map<String, Catalogue.Standing> standings, String key) {
        return guide(standing(standings, key));
    }

    private static Catalogue.Standing standing(Map<String, Catalogue.Standing> standings, String key) {
        return Optional.ofNullable(standings.get(key)).orElseThrow(() -> new NotFound("variant " + key));
    }

    private Guide guide(Catalogue.Standing standing) {
        return catalogue.edition(standing.edition().orElseThrow()).guide();
    }

    private Listed listed(String code) {
        return catalogue.lifeEvents().stream()
                .filter(listed -> listed.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("life event " + code));
    }
}

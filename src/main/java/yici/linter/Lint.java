package yici.linter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import yici.catalogue.BeforePublishing;
import yici.catalogue.Guide;
import yici.catalogue.Service;

/** Checks a guide or a service against every rule. Pure: the same text always gives the same findings, in the order of the rules. */
@Component
public class Lint implements BeforePublishing {

    private static final Map<Rule, BiConsumer<Guide, Found>> OF_GUIDES = Map.ofEntries(
            Map.entry(Rule.R4, Visits::withoutReason),
            Map.entry(Rule.R5, Visits::neitherOnlineNorByPost),
            Map.entry(Rule.R6, Visits::onlineYetVisiting),
            Map.entry(Rule.R7, Contacts::phones),
            Map.entry(Rule.R8, Contacts::hours),
            Map.entry(Rule.R9, Contacts::address),
            Map.entry(Rule.R11, Texts::answers),
            Map.entry(Rule.R12, Texts::flow),
            Map.entry(Rule.R14, Texts::fees),
            Map.entry(Rule.R15, Limits::beyondTheLaw),
            Map.entry(Rule.R16, Limits::wholeSoonerThanItsPath),
            Map.entry(Rule.R17, Texts::foreignAttachments),
            Map.entry(Rule.R18, Texts::emptyConditions),
            Map.entry(Rule.R19, Papers::basis),
            Map.entry(Rule.R20, Papers::askedTwice),
            Map.entry(Rule.R21, Papers::heldByGovernment),
            Map.entry(Rule.R22, Papers::abolishedProofs),
            Map.entry(Rule.R24, Limits::sameResultTwice),
            Map.entry(Rule.R25, Contacts::unreachable),
            Map.entry(Rule.R26, Limits::otherDaysPublished),
            Map.entry(Rule.R27, Texts::listedTwice),
            Map.entry(Rule.R28, Texts::emptyResults),
            Map.entry(Rule.R29, Texts::namelessAttachments),
            Map.entry(Rule.R30, Papers::morePapersThanPublished),
            Map.entry(Rule.R31, Limits::worseThanBefore),
            Map.entry(Rule.R32, Papers::sourceContradicted),
            Map.entry(Rule.R34, Texts::emptyTexts));

    private static final Map<Rule, BiConsumer<Service, Found>> OF_SERVICES = Map.ofEntries(
            Map.entry(Rule.R1, Limits::immediateYetLong),
            Map.entry(Rule.R2, Outcomes::promisedYetAtOnce),
            Map.entry(Rule.R3, Outcomes::otherType),
            Map.entry(Rule.R4, Visits::withoutReason),
            Map.entry(Rule.R5, Visits::neitherOnlineNorByPost),
            Map.entry(Rule.R6, Visits::onlineYetVisiting),
            Map.entry(Rule.R7, Contacts::phones),
            Map.entry(Rule.R8, Contacts::hours),
            Map.entry(Rule.R9, Contacts::address),
            Map.entry(Rule.R10, Texts::noSubjectForAudience),
            Map.entry(Rule.R12, Texts::flow),
            Map.entry(Rule.R13, Outcomes::withoutSample),
            Map.entry(Rule.R14, Texts::fees),
            Map.entry(Rule.R15, Limits::beyondTheLaw),
            Map.entry(Rule.R18, Texts::emptyConditions),
            Map.entry(Rule.R19, Papers::basis),
            Map.entry(Rule.R20, Papers::askedTwice),
            Map.entry(Rule.R21, Papers::heldByGovernment),
            Map.entry(Rule.R22, Papers::abolishedProofs),
            Map.entry(Rule.R23, Ages::olderThanBasis),
            Map.entry(Rule.R25, Contacts::unreachable),
            Map.entry(Rule.R27, Texts::listedTwice),
            Map.entry(Rule.R28, Texts::emptyResults),
            Map.entry(Rule.R29, Texts::namelessAttachments),
            Map.entry(Rule.R32, Papers::sourceContradicted),
            Map.entry(Rule.R33, Limits::specialWithoutLimit));

    public List<Finding> check(Guide guide) {
        return check(OF_GUIDES, guide);
    }

    public List<Finding> check(Service service) {
        return check(OF_SERVICES, service);
    }

    /** How many rules look at a guide: what the share of rules kept is reckoned from. */
    static int rulesOfGuides() {
        return OF_GUIDES.size();
    }

    static int rulesOfServices() {
        return OF_SERVICES.size();
    }

    private static <T> List<Finding> check(Map<Rule, BiConsumer<T, Found>> checks, T text) {
        var all = new ArrayList<Finding>();
        for (var rule : Rule.values()) {
            var check = checks.get(rule);
            if (check == null) continue;
            var found = new Found(rule);
            check.accept(text, found);
            all.addAll(found.all());
        }
        return List.copyOf(all);
    }

    @Override
    public List<Objection> objections(Guide guide) {
        return check(guide).stream()
                .filter(finding -> finding.rule().severity() == Rule.Severity.BLOCKS)
                .map(finding -> new Objection(finding.rule().name(), finding.where(), finding.value()))
                .toList();
    }
}

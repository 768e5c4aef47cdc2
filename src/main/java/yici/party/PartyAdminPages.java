package yici.party;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.jurisdiction.Bodies;
import yici.kit.Page;
import yici.kit.Translated;
import yici.kit.View;
import yici.openid.PartyFigures;
import yici.party.Desk.Found;

/** All systems of an area as its security administrator sees them: what waits to be judged, health and use. */
@Controller
class PartyAdminPages {

    /**
     * @param body empty for a firm's
     * @param errors refusals in the time looked at
     * @param waiting logouts it has not heard of yet
     * @param keysDays how old its keys or secret are
     */
    record Line(Found found, List<Translated> body, Checklist checklist, long errors, int waiting, long keysDays) {}

    record Shown(Found found, List<Translated> body, Checklist checklist, int waiting, boolean mayJudge, String done) {}

    private static final Set<String> SAID =
            Set.of("approved", "returned", "nothing", "own", "reason", "no-longer", "stopped", "started");

    private final Desk desk;
    private final JudgeParty judgeParty;
    private final StopParty stopParty;
    private final PartyFigures figures;
    private final Bodies bodies;
    private final Policy policy;
    private final Clock clock;

    PartyAdminPages(
            Desk desk,
            JudgeParty judgeParty,
            StopParty stopParty,
            PartyFigures figures,
            Bodies bodies,
            Policy policy,
            Clock clock) {
        this.desk = desk;
        this.judgeParty = judgeParty;
        this.stopParty = stopParty;
        this.figures = figures;
        this.bodies = bodies;
        this.policy = policy;
        this.clock = clock;
    }

    @GetMapping("/admin/parties")
    Page all(View view, SignedIn me) {
        policy.check(me, Deed.SEE_PARTY);
        var found = desk.all(me, Deed.SEE_PARTY);
        var ids = found.stream().map(one -> one.registration().clientId()).toList();
        var lines = figures.ofEach(ids, PartyPages.DAYS);
        var waiting = figures.logoutsWaiting();
        var now = clock.instant();
        var shown = found.stream()
                .map(one -> {
                    var id = one.registration().clientId();
                    return line(one, lines.getOrDefault(id, List.of()), waiting.getOrDefault(id, 0), now);
                })
                .toList();
        return Page.of(out -> JteadminPartiesGenerated.render(out, Page.PLAIN, view, shown));
    }

    private Line line(Found found, List<PartyFigures.Line> lines, int waiting, Instant now) {
        var checklist = Checklist.of(found.party(), lines);
        return new Line(
                found,
                body(found),
                checklist,
                checklist.errors().stream().mapToLong(Checklist.Fault::times).sum(),
                waiting,
                Duration.between(found.registration().keysAt(), now).toDays());
    }

    private List<Translated> body(Found found) {
        return Optional.of(found.registration().body()).filter(id -> !id.isEmpty()).stream()
                .map(id -> bodies.get(id).name())
                .toList();
    }

    @GetMapping("/admin/parties/{id}")
    Page one(View view, SignedIn me, @PathVariable String id, @RequestParam(defaultValue = "") String done) {
        var found = desk.find(me, Deed.SEE_PARTY, id);
        boolean judge = policy.allows(me, Deed.JUDGE_PARTY, found.registration().thing());
        var shown = new Shown(
                found,
                body(found),
                Checklist.of(found.party(), figures.of(id, PartyPages.DAYS)),
                figures.logoutsWaiting().getOrDefault(id, 0),
                judge,
                SAID.contains(done) ? done : "");
        return Page.of(out -> JteadminPartyGenerated.render(out, Page.PLAIN, view, shown));
    }

    @PostMapping("/admin/parties/{id}/judge")
    Page judge(
            SignedIn me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String reason) {
        var outcome = answer.equals("approve") ? judgeParty.approve(me, id) : judgeParty.giveBack(me, id, reason);
        return back(
                id,
                switch (outcome) {
                    case JudgeParty.Outcome.Approved _ -> "approved";
                    case JudgeParty.Outcome.Returned _ -> "returned";
                    case JudgeParty.Outcome.NothingWaits _ -> "nothing";
                    case JudgeParty.Outcome.OwnProposal _ -> "own";
                    case JudgeParty.Outcome.NoReason _ -> "reason";
                    case JudgeParty.Outcome.NoLongerGood _ -> "no-longer";
                });
    }

    @PostMapping("/admin/parties/{id}/stop")
    Page stop(SignedIn me, @PathVariable String id) {
        stopParty.stop(me, Deed.JUDGE_PARTY, id);
        return back(id, "stopped");
    }

    @PostMapping("/admin/parties/{id}/start")
    Page start(SignedIn me, @PathVariable String id) {
        stopParty.start(me, Deed.JUDGE_PARTY, id);
        return back(id, "started");
    }

    private static Page back(String id, String done) {
        return Page.goTo("/admin/parties/" + id + "?done=" + done);
    }
}

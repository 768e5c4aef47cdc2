package yici.identity;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.jurisdiction.Period;
import yici.jurisdiction.Post;
import yici.kit.Page;
import yici.kit.View;

/** The administrator's list of people: who holds which post, appointing, ending. */
@Controller
class PeoplePages {

    private static final Set<String> SAID = Set.of(
            "ended", "not-held", "own-post", "post-added", "waits", "nobody-to-confirm", "last-auditor", "too-late");

    private final ListPeople listPeople;
    private final AppointStaff appointStaff;
    private final EndPost endPost;
    private final ResetStaff resetStaff;

    PeoplePages(ListPeople listPeople, AppointStaff appointStaff, EndPost endPost, ResetStaff resetStaff) {
        this.resetStaff = resetStaff;
        this.listPeople = listPeople;
        this.appointStaff = appointStaff;
        this.endPost = endPost;
    }

    @GetMapping("/admin/people")
    Page people(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String in,
            @RequestParam(defaultValue = "") String done) {
        var note = SAID.contains(done) ? "identity.people.done." + done : "";
        return page(200, view, people(me, in), empty(), Map.of(), note);
    }

    @PostMapping("/admin/people")
    Page appoint(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String in,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "OFFICER") Post.Role role,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until) {
        var typed = new AppointStaff.Appointment(login, name, number, role, in, body, from, until);
        return switch (appointStaff.appoint(me, typed)) {
            case AppointStaff.Outcome.NewAccount(var account, var password) ->
                Page.of(out -> JteappointedGenerated.render(out, Page.PLAIN, view, account, password, in));
            case AppointStaff.Outcome.PostAdded _ -> back(in, "post-added");
            case AppointStaff.Outcome.Waits _ -> back(in, "waits");
            case AppointStaff.Outcome.NobodyToConfirm _ -> back(in, "nobody-to-confirm");
            case AppointStaff.Outcome.TooLate _ -> back(in, "too-late");
            case AppointStaff.Outcome.Flawed(var flaws) -> page(422, view, people(me, in), typed, flaws, "");
        };
    }

    @PostMapping("/admin/people/reset")
    Page reset(
            SignedIn me,
            @RequestParam UUID account,
            @RequestParam Post.Role role,
            @RequestParam String in,
            @RequestParam(defaultValue = "") String body,
            @RequestParam Instant from) {
        return switch (resetStaff.ask(me, post(account, role, in, body, from))) {
            case ResetStaff.Asked.Waits _ -> back(in, "waits");
            case ResetStaff.Asked.NobodyToConfirm _ -> back(in, "nobody-to-confirm");
            case ResetStaff.Asked.Oneself _ -> back(in, "own-post");
        };
    }

    private static Post post(UUID account, Post.Role role, String in, String body, Instant from) {
        return new Post(account, role, in, Optional.of(body).filter(_ -> role == Post.Role.OFFICER), Period.from(from));
    }

    @PostMapping("/admin/people/end")
    Page end(
            SignedIn me,
            @RequestParam UUID account,
            @RequestParam Post.Role role,
            @RequestParam String in,
            @RequestParam(defaultValue = "") String body,
            @RequestParam Instant from) {
        return switch (endPost.end(me, post(account, role, in, body, from))) {
            case EndPost.Outcome.Ended _ -> back(in, "ended");
            case EndPost.Outcome.NotHeld _ -> back(in, "not-held");
            case EndPost.Outcome.OwnPost _ -> back(in, "own-post");
            case EndPost.Outcome.LastAuditor _ -> back(in, "last-auditor");
        };
    }

    private ListPeople.People people(SignedIn me, String area) {
        return listPeople.in(me, area.isEmpty() ? listPeople.beginning(me) : area);
    }

    private static AppointStaff.Appointment empty() {
        return new AppointStaff.Appointment("", "", "", Post.Role.OFFICER, "", "", "", "");
    }

    private static Page back(String area, String done) {
        return Page.goTo("/admin/people?in=" + area + "&done=" + done);
    }

    private static Page page(
            int status,
            View view,
            ListPeople.People people,
            AppointStaff.Appointment typed,
            Map<String, String> flaws,
            String note) {
        return Page.of(status, out -> JtepeopleGenerated.render(out, Page.PLAIN, view, people, typed, flaws, note));
    }
}

package yici.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.identity.Entrance;
import yici.identity.Proof;
import yici.identity.SignedIn;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** A person's own passkeys: what there is, one more, another name, one less. */
@Controller
class PasskeyPages {

    private final KeepPasskeys keep;
    private final Challenges challenges;
    private final RelyingSite site;
    private final Entrance entrance;

    PasskeyPages(KeepPasskeys keep, Challenges challenges, RelyingSite site, Entrance entrance) {
        this.keep = keep;
        this.challenges = challenges;
        this.site = site;
        this.entrance = entrance;
    }

    @GetMapping("/account/passkeys")
    Page passkeys(View view, SignedIn me, @RequestParam(defaultValue = "") String done, HttpServletRequest request) {
        return list(200, view, me, done.matches("added|renamed|removed") ? "passkey.done." + done : "", "", request);
    }

    @GetMapping("/account/passkeys/add")
    Page form(View view, SignedIn me, HttpServletRequest request) {
        keep.mayChange(me);
        return add(200, view, "", "", request);
    }

    /** What the script asks the browser for; nothing is stored until the answer comes. */
    @GetMapping("/account/passkeys/question")
    ResponseEntity<String> question(View view, SignedIn me, HttpServletRequest request, HttpServletResponse response) {
        keep.mayChange(me);
        var here = site.at(request).orElseThrow(() -> new NotFound("passkeys"));
        var challenge = challenges.ask(Challenge.Purpose.ADD, Optional.of(me.person()), request, response);
        return json(Questions.make(challenge, here, view.t("kit.name"), keep.account(me), keep.of(me)));
    }

    @PostMapping("/account/passkeys/add")
    Page add(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request,
            HttpServletResponse response) {
        var here = site.at(request).orElseThrow(() -> new NotFound("passkeys"));
        if (answer.isEmpty()) return add(422, view, name, "passkey.wrong.no-answer", request);
        return switch (keep.add(
                me, answer, name, Entrance.browser(request), challenges.open(request), here, view.language())) {
            case KeepPasskeys.Added.Refused(var words) -> add(422, view, name, words, request);
            case KeepPasskeys.Added.Done(var passkey) -> {
                var from = new Entrance.From(view, request, response);
                entrance.alsoShown(me, Proof.Method.PASSKEY, passkey.id().toString(), from);
                yield Page.goTo("/account/passkeys?done=added");
            }
        };
    }

    @PostMapping("/account/passkeys/rename")
    Page rename(SignedIn me, @RequestParam UUID id, @RequestParam(defaultValue = "") String name) {
        keep.rename(me, id, name);
        return Page.goTo("/account/passkeys?done=renamed");
    }

    @PostMapping("/account/passkeys/remove")
    Page remove(View view, SignedIn me, @RequestParam UUID id, HttpServletRequest request) {
        return switch (keep.remove(me, id, view.language())) {
            case KeepPasskeys.Removed.Done _ -> Page.goTo("/account/passkeys?done=removed");
            case KeepPasskeys.Removed.Last _ -> list(409, view, me, "", "passkey.wrong.last", request);
        };
    }

    private Page list(int status, View view, SignedIn me, String done, String problem, HttpServletRequest request) {
        var passkeys = keep.of(me);
        boolean possible = site.at(request).isPresent();
        return Page.of(
                status, out -> JtepasskeysGenerated.render(out, Page.PLAIN, view, passkeys, possible, done, problem));
    }

    private Page add(int status, View view, String name, String problem, HttpServletRequest request) {
        boolean possible = site.at(request).isPresent();
        return Page.of(status, out -> JteaddGenerated.render(out, Page.PLAIN, view, possible, name, problem));
    }

    static ResponseEntity<String> json(String question) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(question);
    }
}

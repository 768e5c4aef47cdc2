package yici.privacy;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.identity.CloseAccount;
import yici.identity.PersonalData;
import yici.identity.SignedIn;
import yici.kit.Page;
import yici.kit.View;

/** A person's side of the privacy desk. */
@Controller
class DataPages {

    private final List<PersonalData> rooms;
    private final Requests requests;
    private final AskAboutData askAboutData;
    private final CopyOfData copyOfData;
    private final WhoLooked whoLooked;
    private final CloseAccount closeAccount;
    private final Clock clock;

    DataPages(
            List<PersonalData> rooms,
            Requests requests,
            AskAboutData askAboutData,
            CopyOfData copyOfData,
            WhoLooked whoLooked,
            CloseAccount closeAccount,
            Clock clock) {
        this.rooms = rooms;
        this.requests = requests;
        this.askAboutData = askAboutData;
        this.copyOfData = copyOfData;
        this.whoLooked = whoLooked;
        this.closeAccount = closeAccount;
        this.clock = clock;
    }

    @GetMapping("/account/data")
    Page data(View view, SignedIn me, @RequestParam(defaultValue = "") String asked) {
        me.mustSpeakForParty();
        return page(200, view, me, Optional.empty(), asked.matches("P-[0-9A-V]{8}") ? asked : "");
    }

    @PostMapping("/account/data/requests")
    Page ask(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String words) {
        me.mustSpeakForParty();
        return switch (askAboutData.ask(me, kind(kind), words)) {
            case AskAboutData.Outcome.Asked(var request) -> Page.goTo("/account/data?asked=" + request.number());
            case AskAboutData.Outcome.Flawed(var field, var problem) ->
                page(422, view, me, Optional.of(new MyData.Typed(kind, words, field, problem)), "");
        };
    }

    @GetMapping("/account/data/copy")
    ResponseEntity<byte[]> copy(SignedIn me) {
        me.mustSpeakForParty();
        var name = "yici-" + LocalDate.ofInstant(clock.instant(), View.ZONE) + ".json";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(copyOfData.copy(me));
    }

    @GetMapping("/account/data/looks")
    Page looks(View view, SignedIn me, @RequestParam(defaultValue = "") String before) {
        me.mustSpeakForParty();
        long from = before.matches("\\d{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
        var ledger = whoLooked.of(me, from);
        return Page.of(out -> JtelooksGenerated.render(out, Page.PLAIN, view, ledger));
    }

    @GetMapping("/account/data/close")
    Page closing(View view, SignedIn me) {
        return closing(200, view, closeAccount.reasonsAgainst(me), false);
    }

    @PostMapping("/account/data/close")
    Page close(View view, SignedIn me, @RequestParam(defaultValue = "") String sure, HttpServletRequest request) {
        if (!sure.equals("yes")) return closing(422, view, closeAccount.reasonsAgainst(me), true);
        return switch (closeAccount.close(me)) {
            case CloseAccount.Outcome.Closed() ->
                Page.of(out -> JteclosedGenerated.render(out, Page.PLAIN, view.ofNobody()));
            case CloseAccount.Outcome.NotYet(var reasons) -> closing(409, view, reasons, false);
        };
    }

    private static Page closing(int status, View view, List<String> reasons, boolean unsure) {
        return Page.of(status, out -> JtecloseGenerated.render(out, Page.PLAIN, view, reasons, unsure));
    }

    private Page page(int status, View view, SignedIn me, Optional<MyData.Typed> typed, String asked) {
        var held = rooms.stream()
                .map(room -> new MyData.Held(room.key(), room.count(me.account()), room.page()))
                .toList();
        var mine = new MyData(held, requests.of(me.account()), typed, asked);
        return Page.of(status, out -> JtedataGenerated.render(out, Page.PLAIN, view, mine));
    }

    private static Optional<Request.Kind> kind(String key) {
        return Arrays.stream(Request.Kind.values())
                .filter(kind -> kind.key().equals(key))
                .findFirst();
    }
}

package yici.mandate;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.identity.SignedIn;
import yici.kit.Page;
import yici.kit.View;

/** /account/mandates/firm: a legal representative takes on the firm. */
@Controller
class FirmPages {

    private final TakeOnFirm takeOnFirm;

    FirmPages(TakeOnFirm takeOnFirm) {
        this.takeOnFirm = takeOnFirm;
    }

    @GetMapping("/account/mandates/firm")
    Page ask(View view, SignedIn me) {
        return form(200, view, "", "", Map.of());
    }

    @PostMapping("/account/mandates/firm")
    Page take(View view, SignedIn me, @RequestParam(defaultValue = "") String code) {
        return switch (takeOnFirm.byRegister(me, code)) {
            case DONE -> Page.goTo("/acting");
            case TakeOnFirm.Taken other -> form(422, view, code, "", Map.of("code", words(other)));
        };
    }

    @PostMapping("/account/mandates/firm/password")
    Page link(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request) {
        return switch (takeOnFirm.byPassword(me, login, password, request.getRemoteAddr())) {
            case DONE -> Page.goTo("/acting");
            case TakeOnFirm.Taken other -> form(422, view, "", login, Map.of("login", words(other)));
        };
    }

    @PostMapping("/account/mandates/firm/end-password")
    Page endPassword(SignedIn me) {
        takeOnFirm.endPassword(me);
        return Page.goTo("/account/mandates?done=password-ended");
    }

    private static String words(TakeOnFirm.Taken taken) {
        return "mandate.firm." + taken.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Page form(int status, View view, String code, String login, Map<String, String> flaws) {
        return Page.of(status, out -> JtefirmGenerated.render(out, Page.PLAIN, view, code, login, flaws));
    }
}

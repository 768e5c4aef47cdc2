package yici.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.kit.Page;
import yici.kit.View;

/** Opening an account; whoever has opened one is signed in. */
@Controller
class SignUpPages {

    private final SignUp signUp;
    private final SignIn signIn;
    private final List<OtherWay> others;

    SignUpPages(SignUp signUp, SignIn signIn, List<OtherWay> others) {
        this.others = others;
        this.signUp = signUp;
        this.signIn = signIn;
    }

    @GetMapping("/sign-up")
    Page person(View view, @RequestParam(defaultValue = "") String to, HttpServletRequest request) {
        var typed = others.stream()
                .flatMap(way -> way.said(request).stream())
                .findFirst()
                .map(said -> new SignUp.Person(said.name(), said.number(), "", "", ""))
                .orElse(SignUp.Person.NOTHING);
        return page(200, view, typed, Map.of(), BackTo.orElse(to, ""));
    }

    @PostMapping("/sign-up")
    Page person(
            View view,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "RESIDENT_ID") String document,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String nationality,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        var typed = new SignUp.Person(name, document, number, nationality, phone, address, password);
        return switch (signUp.person(typed)) {
            case SignUp.Outcome.Done(var account) -> welcome(account, to, request, response);
            case SignUp.Outcome.Flawed(var flaws) -> page(422, view, typed, flaws, BackTo.orElse(to, ""));
        };
    }

    /** Firms are acted for by persons; this page says how, to whoever looks for a firm's account. */
    @GetMapping("/sign-up/firm")
    Page firm(View view) {
        return Page.of(out -> JtesignUpFirmGenerated.render(out, Page.PLAIN, view));
    }

    private Page welcome(Account account, String to, HttpServletRequest request, HttpServletResponse response) {
        var browser =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        var token = signIn.first(account, Device.of(browser));
        SessionCookie.write(token, request, response);
        return Page.goTo(BackTo.orElse(to, "/my"));
    }

    private static Page page(int status, View view, SignUp.Person typed, Map<String, String> flaws, String to) {
        return Page.of(status, out -> JtesignUpPersonGenerated.render(out, Page.PLAIN, view, typed, flaws, to));
    }
}

package yici.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** /sign-in/first: the page the console's key opens. Without one it does not exist. */
@Controller
class FirstPages {

    private final OpenFirst openFirst;

    FirstPages(OpenFirst openFirst) {
        this.openFirst = openFirst;
    }

    @GetMapping("/sign-in/first")
    Page form(View view, @RequestParam(defaultValue = "") String key, HttpServletResponse response) {
        if (!openFirst.opens(key)) throw new NotFound("first way in");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return form(200, view, key, OpenFirst.Typed.NOTHING, Map.of(), "");
    }

    @PostMapping("/sign-in/first")
    Page open(
            View view,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var typed = new OpenFirst.Typed(login, name, number, password);
        return switch (openFirst.open(key, typed, FromRequest.of(view, request, response))) {
            case OpenFirst.Outcome.Done(var token) -> {
                SessionCookie.write(token, request, response);
                yield Page.goTo("/account/factors?to=/admin");
            }
            case OpenFirst.Outcome.Flawed(var flaws) -> form(422, view, key, typed, flaws, "");
            case OpenFirst.Outcome.NoWayIn _ -> throw new NotFound("first way in");
            case OpenFirst.Outcome.TooMany(var until) ->
                form(429, view, key, typed, Map.of("login", "identity.sign-in.too-many"), view.time(until));
        };
    }

    private static Page form(
            int status, View view, String key, OpenFirst.Typed typed, Map<String, String> flaws, String argument) {
        return Page.of(status, out -> JtefirstGenerated.render(out, Page.PLAIN, view, key, typed, flaws, argument));
    }
}

package yici.identity;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import yici.kit.Page;
import yici.kit.View;

/** Draws the sign-in page with every way in that there is, wherever it comes up. */
@Component
class SignInScreen {

    private final List<OtherWay> others;
    private final LoginHint hint;

    SignInScreen(List<OtherWay> others, LoginHint hint) {
        this.others = others;
        this.hint = hint;
    }

    Page show(int status, View view, SignInForm form, HttpServletRequest request) {
        List<Content> ways = others.stream()
                .flatMap(way -> way.toSignIn(view, form.to(), form.kept(), request).stream())
                .toList();
        var asks = hint.whoAsks(form.to(), request);
        return Page.of(status, out -> JtesignInGenerated.render(out, Page.PLAIN, view, form, asks, ways));
    }
}

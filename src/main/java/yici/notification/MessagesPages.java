package yici.notification;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import yici.kit.NotFound;
import yici.kit.Page;
import yici.kit.View;

/** What would have been sent, for whoever tries the product out on the own machine. To everybody else the page does not exist. */
@Controller
class MessagesPages {

    private static final int MOST = 50;

    private final Outbox outbox;
    private final Carriers carriers;
    private final String shownTo;
    private final Clock clock;

    MessagesPages(Outbox outbox, Carriers carriers, @Value("${yici.messages.shown}") String shownTo, Clock clock) {
        if (!Arrays.asList("loopback", "everybody", "nobody").contains(shownTo))
            throw new IllegalArgumentException("YICI_MESSAGES_SHOWN is loopback, everybody or nobody, not " + shownTo);
        this.outbox = outbox;
        this.carriers = carriers;
        this.shownTo = shownTo;
        this.clock = clock;
    }

    @GetMapping("/dev/messages")
    Page messages(View view, HttpServletRequest request) {
        if (!mayBeShown(request)) throw new NotFound("messages");
        var shown = outbox.shown(clock.instant(), MOST);
        return Page.of(out -> JtemessagesGenerated.render(out, Page.PLAIN, view, shown));
    }

    private boolean mayBeShown(HttpServletRequest request) {
        boolean allGoOut = Arrays.stream(Channel.values())
                .allMatch(channel -> carriers.of(channel).isPresent());
        return !allGoOut
                && switch (shownTo) {
                    case "everybody" -> true;
                    case "loopback" -> isFromHere(request);
                    default -> false;
                };
    }

    /** Somebody behind a proxy on this machine is not from here: the proxy says for whom it asks, or at least that it does. */
    private static boolean isFromHere(HttpServletRequest request) {
        if (request.getHeader("X-Forwarded-For") != null
                || request.getHeader("Forwarded") != null
                || request.getHeader("Via") != null) return false;
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}

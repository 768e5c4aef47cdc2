package yici.openid;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import yici.audit.AuditLog;
import yici.identity.SignedIn;
import yici.identity.WrongTries;
import yici.kit.Page;
import yici.kit.Translated;
import yici.kit.View;

/** A device shows a code; its person types it here and allows it, or not. */
@Controller
class DevicePages {

    /**
     * @param flaw key of what is wrong with the code; empty at first
     * @param with what the words need
     */
    record Typed(String code, String flaw, String with) {}

    /** Keys of the words that say what happened and what follows. */
    record Answered(String done, String then) {}

    /** @param told what the device's system would learn */
    record Question(String code, Translated party, List<Translated> body, List<Consenting.Told> told) {}

    private final WaitingDevices devices;
    private final RelyingParties parties;
    private final Consenting consenting;
    private final WrongTries wrongTries;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DevicePages(
            WaitingDevices devices,
            RelyingParties parties,
            Consenting consenting,
            WrongTries wrongTries,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.devices = devices;
        this.parties = parties;
        this.consenting = consenting;
        this.wrongTries = wrongTries;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping("/device")
    Page device(View view, SignedIn me, @RequestParam(defaultValue = "") String code) {
        return page(200, view, new Typed(bounded(code), "", ""));
    }

    @PostMapping("/device")
    Page typed(View view, SignedIn me, @RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        if (code.isBlank()) return page(422, view, new Typed("", "openid.device.empty", ""));
        var tried = tried(
                me,
                request,
                () -> devices.waiting(code)
                        .flatMap(device ->
                                parties.active(device.clientId()).map(party -> question(me, code, device, party))));
        return tried.result()
                .map(question -> Page.of(out -> JtedeviceQuestionGenerated.render(out, Page.PLAIN, view, question)))
                .orElseGet(() -> wrong(view, code, tried));
    }

    @PostMapping("/device/answer")
    Page answer(
            View view,
            SignedIn me,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request) {
        boolean yes = answer.equals("yes");
        var tried = tried(me, request, () -> answered(me, code, yes));
        return tried.result()
                .map(done -> Page.of(out -> JtedeviceAnsweredGenerated.render(out, Page.PLAIN, view, done)))
                .orElseGet(() -> wrong(view, code, tried));
    }

    private Optional<Answered> answered(SignedIn me, String code, boolean yes) {
        boolean done = Boolean.TRUE.equals(transaction.execute(_ -> yes ? allow(me, code) : devices.refuse(code)));
        if (!done) return Optional.empty();
        return Optional.of(
                yes
                        ? new Answered("openid.device.allowed", "openid.device.allowed.body")
                        : new Answered("openid.device.refused", "openid.device.refused.body"));
    }

    /** Whoever tries codes looks for somebody else's device. */
    private <T> WrongTries.Tried<T> tried(SignedIn me, HttpServletRequest request, Supplier<Optional<T>> right) {
        return wrongTries.of("user-code", me.person(), request.getRemoteAddr(), right);
    }

    private static Page wrong(View view, String code, WrongTries.Tried<?> tried) {
        return tried.until()
                .map(until -> page(429, view, new Typed(bounded(code), "openid.device.too-many", view.time(until))))
                .orElseGet(() -> page(422, view, new Typed(bounded(code), "openid.device.unknown", "")));
    }

    private boolean allow(SignedIn me, String code) {
        var device = devices.waiting(code);
        if (device.isEmpty()) return false;
        var grant = Authorize.grantOf(me, device.get().scopes(), ClaimsAsked.NOTHING);
        if (!devices.allow(code, grant)) return false;
        audit.record(me.did(OpenIdAct.DEVICE_ALLOWED, me.asActor(), device.get().clientId(), clock.instant()));
        return true;
    }

    private Question question(SignedIn me, String code, WaitingDevices.Device device, RelyingParty party) {
        return new Question(
                WaitingDevices.shown(WaitingDevices.plain(code)),
                party.name(),
                consenting.bodyOf(party),
                consenting.told(me, device.scopes()));
    }

    private static String bounded(String code) {
        return code.substring(0, Math.min(40, code.length()));
    }

    private static Page page(int status, View view, Typed typed) {
        return Page.of(status, out -> JtedeviceGenerated.render(out, Page.PLAIN, view, typed));
    }
}

package yici.mandate;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import yici.catalogue.Catalogue;
import yici.catalogue.Listed;
import yici.identity.Account;
import yici.identity.Accounts;
import yici.identity.SignedIn;
import yici.jurisdiction.Area;
import yici.jurisdiction.Areas;
import yici.kit.CreditCode;
import yici.kit.Document;
import yici.kit.Translated;
import yici.kit.View;

/** The names behind the codes of a mandate, for its pages. */
@Component
class Named {

    private final Catalogue catalogue;
    private final Areas areas;
    private final Accounts accounts;

    Named(Catalogue catalogue, Areas areas, Accounts accounts) {
        this.catalogue = catalogue;
        this.areas = areas;
        this.accounts = accounts;
    }

    /** Empty for everything. */
    String lifeEvents(Mandate mandate, View view) {
        if (mandate.lifeEvents().isEmpty()) return view.t("mandate.scope.all");
        return catalogue.lifeEvents().stream()
                .filter(listed -> mandate.lifeEvents().contains(listed.code()))
                .map(listed -> view.t(listed.name()))
                .reduce((one, other) -> view.t("mandate.list", one, other))
                .orElse(view.t("mandate.scope.gone"));
    }

    /** What may be put into a mandate of this party. */
    List<Listed> offered(SignedIn me) {
        var audience = me.kind() == SignedIn.Kind.FIRM
                ? yici.catalogue.Guide.Audience.LEGAL
                : yici.catalogue.Guide.Audience.PERSONAL;
        return catalogue.lifeEvents().stream()
                .filter(listed -> listed.audience() == audience)
                .toList();
    }

    Translated area(String code) {
        return areas.find(code).map(Area::name).orElseGet(() -> Translated.of(code, code));
    }

    /** The province, its prefectures and counties. */
    List<Area> areas() {
        return areas.all().stream()
                .filter(area -> area.level() != Area.Level.OWN_LEVEL)
                .toList();
    }

    String level(Area area) {
        return switch (area.level()) {
            case PROVINCE -> "";
            case PREFECTURE -> "\u2003";
            case COUNTY, ZONE, OWN_LEVEL -> "\u2003\u2003";
        };
    }

    Optional<Account> account(SignedIn me) {
        return accounts.find(me.account());
    }

    /** A firm's code is public, a person's number is not. */
    static String number(String number) {
        return CreditCode.read(number) instanceof CreditCode.Reading.Good
                        && Document.of(number).birthday().isEmpty()
                ? number
                : Document.of(number).masked();
    }
}

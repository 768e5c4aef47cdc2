package yici.casework;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import yici.house.Visitor;

/** The same through the product's pages: a firm and four officers, signed in beforehand, send the forms they send in a browser. */
final class OverHttp implements Way {

    private static final int NUMBER = 2; // in /applications/NUMBER/receipt

    private final Visitor firm;
    private final List<Visitor> officers;
    private final boolean looks;

    /** @param looks every page around the forms is asked for as well, as a browser does */
    OverHttp(FourConnections mine, boolean looks) {
        this.firm = Visitor.signedIn(mine.firm.login());
        this.officers = IntStream.rangeClosed(1, FourConnections.CASES)
                .mapToObj(no -> Visitor.signedIn(mine.officer(no).login()))
                .toList();
        this.looks = looks;
    }

    @Override
    public Sent submit(UUID draft) {
        var check = "/drafts/" + draft + "/check";
        if (looks) firm.get(check);
        var receipt = firm.post(check, Map.of("declared", "true"));
        if (looks) firm.get(receipt);
        var number = receipt.split("/")[NUMBER];
        return no -> approve(officers.get(no - 1), "/desk/" + number + "/" + no);
    }

    private void approve(Visitor officer, String opened) {
        if (looks) officer.get(opened);
        var next = officer.post(opened + "/approve", Map.of("note", ""));
        if (looks) officer.get(next);
    }
}

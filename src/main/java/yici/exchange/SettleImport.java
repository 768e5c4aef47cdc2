package yici.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.audit.AuditLog;
import yici.catalogue.Catalogue;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.kit.View;

/** A second person confirms what was looked through, or either drops it. */
@Component
class SettleImport {

    sealed interface Settled {
        record Done() implements Settled {}

        /** Who has brought the files cannot be the second person. */
        record OwnFiles() implements Settled {}

        /** The catalogue has changed since: the report says now what would come of it now. */
        record LookAgain() implements Settled {}

        /** Its day has passed. */
        record TooLate() implements Settled {}

        /** Taken or dropped before. */
        record Closed() implements Settled {}
    }

    private final Policy policy;
    private final Imports imports;
    private final ReadFile read;
    private final TakeRecords take;
    private final Catalogue catalogue;
    private final AuditLog audit;
    private final Clock clock;

    SettleImport(
            Policy policy,
            Imports imports,
            ReadFile read,
            TakeRecords take,
            Catalogue catalogue,
            AuditLog audit,
            Clock clock) {
        this.policy = policy;
        this.imports = imports;
        this.read = read;
        this.take = take;
        this.catalogue = catalogue;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Settled confirm(SignedIn me, UUID id) {
        policy.check(me, Deed.EXCHANGE_CATALOGUE);
        var made = imports.hold(id);
        if (made.state() != Import.State.LOOKED_THROUGH) return new Settled.Closed();
        if (made.uploadedBy().equals(Optional.of(me.person()))) return new Settled.OwnFiles();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (made.effectiveFrom().isBefore(LocalDate.ofInstant(now, View.ZONE))) return new Settled.TooLate();

        var terms = LookThroughFiles.terms(
                made.effectiveFrom(), made.note(), made.uploadedBy().orElseThrow(), Optional.of(me.person()));
        var stamp = catalogue.stamp();
        if (!stamp.equals(made.stamp())) {
            imports.report(id, stamp, take.rehearseWithin(records(id), terms));
            return new Settled.LookAgain();
        }
        imports.report(id, stamp, take.take(records(id), terms));
        imports.settle(id, Import.State.TAKEN, Optional.of(me.person()), me.personName(), now);
        audit.record(me.did(ExchangeAct.TAKEN, "import " + id, made.note(), now));
        return new Settled.Done();
    }

    @Transactional
    Settled drop(SignedIn me, UUID id) {
        policy.check(me, Deed.EXCHANGE_CATALOGUE);
        if (imports.hold(id).state() != Import.State.LOOKED_THROUGH) return new Settled.Closed();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        imports.settle(id, Import.State.DROPPED, Optional.of(me.person()), me.personName(), now);
        audit.record(me.did(ExchangeAct.DROPPED, "import " + id, "", now));
        return new Settled.Done();
    }

    private List<Incoming> records(UUID id) {
        var records = new ArrayList<Incoming>();
        for (var file : imports.files(id))
            switch (read.read(file.name(), file.content())) {
                case ReadFile.Read.Records(var found) -> records.addAll(found);
                case ReadFile.Read.Unreadable(var problem) ->
                    throw new IllegalStateException("was readable before: " + file.name() + " " + problem);
            }
        return records;
    }
}

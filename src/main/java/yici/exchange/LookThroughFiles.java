package yici.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import yici.audit.AuditLog;
import yici.catalogue.Catalogue;
import yici.catalogue.PublishEdition;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.SignedIn;
import yici.kit.Ids;
import yici.kit.View;

/** Looks files through and says of each record what would come of it. Nothing is in force before a second person has confirmed. */
@Component
class LookThroughFiles {

    sealed interface Looked {
        record Done(UUID id) implements Looked {}

        /** @param file empty when no file was chosen */
        record Unreadable(String file, Problem problem) implements Looked {}

        record TooEarly(LocalDate today) implements Looked {}
    }

    static final int MOST_RECORDS = 50_000;

    private final Policy policy;
    private final ReadFile read;
    private final TakeRecords take;
    private final Imports imports;
    private final Catalogue catalogue;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LookThroughFiles(
            Policy policy,
            ReadFile read,
            TakeRecords take,
            Imports imports,
            Catalogue catalogue,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.policy = policy;
        this.read = read;
        this.take = take;
        this.imports = imports;
        this.catalogue = catalogue;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    Looked look(SignedIn me, List<Import.File> files, LocalDate effectiveFrom, String note) {
        policy.check(me, Deed.EXCHANGE_CATALOGUE);
        var today = LocalDate.ofInstant(clock.instant(), View.ZONE);
        if (effectiveFrom.isBefore(today)) return new Looked.TooEarly(today);
        var records = new ArrayList<Incoming>();
        for (var file : files)
            switch (read.read(file.name(), file.content())) {
                case ReadFile.Read.Records(var found) -> records.addAll(found);
                case ReadFile.Read.Unreadable(var problem) -> {
                    return new Looked.Unreadable(file.name(), problem);
                }
            }
        if (records.isEmpty()) return new Looked.Unreadable("", new Problem(1, "", "", "NO_RECORDS", ""));
        if (records.size() > MOST_RECORDS)
            return new Looked.Unreadable(
                    "", new Problem(1, "", String.valueOf(records.size()), "TOO_MANY", String.valueOf(MOST_RECORDS)));

        var stamp = catalogue.stamp();
        var lines = take.rehearse(records, terms(effectiveFrom, note, me.person(), Optional.empty()));
        return new Looked.Done(keep(me, files, effectiveFrom, note, stamp, lines));
    }

    private UUID keep(
            SignedIn me,
            List<Import.File> files,
            LocalDate effectiveFrom,
            String note,
            String stamp,
            List<Line> lines) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var made = new Import(
                Ids.fresh(clock),
                effectiveFrom,
                note,
                Import.State.LOOKED_THROUGH,
                Optional.of(me.person()),
                me.personName(),
                now,
                stamp,
                Optional.empty(),
                Optional.empty(),
                Map.of());
        transaction.executeWithoutResult(_ -> {
            imports.add(made, files);
            imports.report(made.id(), stamp, lines);
            audit.record(me.did(ExchangeAct.LOOKED_THROUGH, "import " + made.id(), note, now));
        });
        return made.id();
    }

    static PublishEdition.Terms terms(LocalDate effectiveFrom, String note, UUID by, Optional<UUID> confirmedBy) {
        return new PublishEdition.Terms(effectiveFrom, note, Optional.of(by), confirmedBy, false);
    }
}

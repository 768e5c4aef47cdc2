package yici.casework;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yici.casework.Objections.Objection;
import yici.kit.Badge;
import yici.kit.NotFound;

/**
 * Anybody concerned – a creditor, the tax office – has something against what is put before the public. Taken until the last day of the
 * notice; the office then has its clock to answer, and nothing is granted before it has.
 */
@Component
class FileObjection {

    static final int LONGEST_NAME = 100;
    static final int LONGEST_CONTACT = 200;
    static final int LONGEST_REASON = 4000;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    /** Without what is mistaken for something else when read aloud or written down. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** As it was typed. */
    record Said(String name, String contact, String reason) {}

    sealed interface Filed {
        record Received(String number) implements Filed {}

        /** The notice is over, or the case no longer stands open to anybody. */
        record TooLate(LocalDate lastDay) implements Filed {}

        /** Its matter was ended before: there is nothing left to object to. */
        record Ended() implements Filed {}

        /** @param errors by field, such as {@code reason.short} */
        record Incomplete(Map<String, String> errors) implements Filed {}
    }

    private final Notices notices;
    private final Objections objections;
    private final Bundles bundles;
    private final OpenWork openWork;
    private final SaveWork save;
    private final Clocks clocks;
    private final SecureRandom random = new SecureRandom();

    FileObjection(
            Notices notices, Objections objections, Bundles bundles, OpenWork openWork, SaveWork save, Clocks clocks) {
        this.notices = notices;
        this.objections = objections;
        this.bundles = bundles;
        this.openWork = openWork;
        this.save = save;
        this.clocks = clocks;
    }

    /** Of anybody, to whom nothing of the case is open. @param id that the form was given: sent twice it is one objection */
    @Transactional
    public Filed file(UUID noticeId, UUID id, Said said) {
        return Badge.HOUSE.wearing(() -> taken(noticeId, id, said));
    }

    private Filed taken(UUID noticeId, UUID id, Said said) {
        var found = notices.find(noticeId).filter(n -> n.said().objections().isPresent());
        var application = found.orElseThrow(() -> new NotFound("notice")).application();
        var bundle = bundles.lock(application).orElseThrow(() -> new NotFound("notice"));
        var notice = notices.find(noticeId).orElseThrow(); // as it stands now that nobody else can change it
        var before = objections.find(application, id);
        if (before.isPresent()) return new Filed.Received(before.get().number());
        if (notice.isOver(clocks.today())) return new Filed.TooLate(notice.endsOn());
        if (!notice.runs(clocks.today())) return new Filed.Ended();
        var errors = errors(said);
        if (!errors.isEmpty()) return new Filed.Incomplete(errors);
        return receive(openWork.of(bundle), notice, id, said);
    }

    private Filed receive(Work work, PublicNotice notice, UUID id, Said said) {
        var now = clocks.now();
        var objection = new Objection(
                notice.application(),
                id,
                number(now),
                notice.no(),
                notice.attempt(),
                said.name().strip(),
                said.contact().strip(),
                said.reason().strip(),
                now,
                Optional.empty(),
                Optional.empty());
        objections.add(objection);
        CaseTime.objected(work, notice);
        work.line(notice.no(), CaseAct.OBJECTED, Actor.PUBLIC, objection.number());
        work.settle();
        save.save(work);
        return new Filed.Received(objection.number());
    }

    /** Cannot be guessed: who knows it may read the answer. */
    private String number(Instant now) {
        var drawn = random.ints(10, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
        return "YY" + DAY.format(now.atZone(yici.kit.View.ZONE)) + "-" + drawn;
    }

    private static Map<String, String> errors(Said said) {
        var errors = new LinkedHashMap<String, String>();
        check(errors, "name", said.name(), 2, LONGEST_NAME);
        check(errors, "contact", said.contact(), 5, LONGEST_CONTACT);
        check(errors, "reason", said.reason(), 10, LONGEST_REASON);
        return errors;
    }

    private static void check(Map<String, String> errors, String field, String typed, int least, int most) {
        int length = typed.strip().codePointCount(0, typed.strip().length());
        if (length < least) errors.put(field, field + ".short");
        else if (length > most) errors.put(field, field + ".long");
    }
}

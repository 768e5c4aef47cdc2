package yici.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import yici.kit.Translated;

/**
 * One thing asked of or known about the applicant (FIM data field): asked once, whoever needs it.
 *
 * @param type which of the field types reads, checks and draws it
 * @param requiredWhen when an element that may stay empty has to be filled in after all; tells of elements asked before it
 * @param options for {@link Type#ENUM} and {@link Type#MULTI_ENUM}; else empty
 * @param neededBy keys of the items that need it
 * @param origin where its value comes from when the product can get it without asking
 * @param originDetail such as 结婚证; empty when the guide does not say
 */
public record DataElement(
        String key,
        Translated label,
        Type type,
        boolean required,
        List<Option> options,
        List<String> neededBy,
        Origin origin,
        Optional<Translated> originDetail,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Rule> requiredWhen) {

    public DataElement {
        // frozen guides from before it do not say
        requiredWhen = Objects.requireNonNullElse(requiredWhen, Optional.empty());
    }

    public DataElement(
            String key,
            Translated label,
            Type type,
            boolean required,
            List<Option> options,
            List<String> neededBy,
            Origin origin,
            Optional<Translated> originDetail) {
        this(key, label, type, required, options, neededBy, origin, originDetail, Optional.empty());
    }

    public enum Type {
        STRING,
        NUMBER,
        MONEY,
        BOOLEAN,
        DATE,
        MONTH,
        DATE_TIME,
        ENUM,
        MULTI_ENUM,
        ID_NUMBER,
        CREDIT_CODE,
        PHONE,
        ADDRESS,
        AREA,
        BANK_ACCOUNT,
        BODY,
        PERSON_LIST
    }

    public enum Origin {
        ASKED,
        PROFILE,
        LICENCE,
        SHARED_DATA
    }
}

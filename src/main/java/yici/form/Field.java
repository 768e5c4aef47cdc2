package yici.form;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.Optional;
import yici.kit.View;

/** A field type: reads what was posted, checks it, says its value in words and draws itself. One record, one template, one test each. */
sealed interface Field
        permits AddressField,
                AreaField,
                BankAccountField,
                BodyField,
                ChoiceField,
                ChoicesField,
                CreditCodeField,
                DateField,
                DateTimeField,
                EthnicGroupField,
                IdNumberField,
                MoneyField,
                MonthField,
                NumberField,
                PeopleField,
                PhoneField,
                ProvinceField,
                TextField,
                YesNoField {

    DataElement element();

    /** All inputs of this field as one raw text. */
    default String read(Posted posted) {
        return posted.first(element().key());
    }

    /** @param raw not blank; what {@link #read} gave, or a canonical value */
    Verdict check(String raw, LocalDate today);

    /** The rule that an empty required field breaks. */
    default String missing() {
        return "missing";
    }

    /** @param value canonical and not empty */
    default String display(String value, View view) {
        return value;
    }

    default String masked(String value, View view) {
        return display(value, view);
    }

    /** The key of the words that tell what to type; empty when the label is enough. */
    default Optional<String> hint() {
        return Optional.empty();
    }

    default String firstInput(View view) {
        return element().key();
    }

    Content draw(Drawing drawing);

    static Field of(DataElement element) {
        return switch (element.type()) {
            case STRING -> EthnicGroupField.isAskedBy(element) ? new EthnicGroupField(element) : new TextField(element);
            case NUMBER -> new NumberField(element);
            case MONEY -> new MoneyField(element);
            case BOOLEAN -> new YesNoField(element);
            case DATE -> new DateField(element);
            case MONTH -> new MonthField(element);
            case DATE_TIME -> new DateTimeField(element);
            case ENUM -> new ChoiceField(element);
            case MULTI_ENUM -> new ChoicesField(element);
            case ID_NUMBER -> new IdNumberField(element);
            case CREDIT_CODE -> new CreditCodeField(element);
            case PHONE -> new PhoneField(element);
            case ADDRESS -> new AddressField(element);
            case AREA -> ProvinceField.isAskedBy(element) ? new ProvinceField(element) : new AreaField(element);
            case BANK_ACCOUNT -> new BankAccountField(element);
            case BODY -> new BodyField(element);
            case PERSON_LIST -> new PeopleField(element);
        };
    }
}

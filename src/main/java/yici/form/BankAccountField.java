package yici.form;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.Optional;
import yici.kit.Masked;
import yici.kit.Page;
import yici.kit.View;

/** A bank card or account: 12 to 19 digits. Cards of UnionPay (62…) carry a check digit that finds slips of the finger. */
record BankAccountField(DataElement element) implements Field {

    @Override
    public Verdict check(String raw, LocalDate today) {
        String number = Typed.compact(raw).replace("-", "");
        if (!number.matches("[0-9]+")) return Verdict.refused("bank.digits");
        if (number.length() < 12 || number.length() > 19) return Verdict.refused("bank.length", number.length());
        if (isUnionPayCard(number) && !luhn(number)) return Verdict.refused("bank.check");
        return new Verdict.Accepted(number);
    }

    private static boolean isUnionPayCard(String number) {
        return number.startsWith("62") && number.length() >= 16;
    }

    private static boolean luhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    /** In groups of four, as it is printed on the card. */
    @Override
    public String display(String value, View view) {
        return value.replaceAll("(.{4})(?=.)", "$1 ");
    }

    @Override
    public String masked(String value, View view) {
        return Masked.keep(value, 0, 4);
    }

    @Override
    public Optional<String> hint() {
        return Optional.of("form.hint.bankAccount");
    }

    @Override
    public Content draw(Drawing drawing) {
        return Drawing.content(out -> JtebankAccountGenerated.render(out, Page.PLAIN, drawing));
    }
}

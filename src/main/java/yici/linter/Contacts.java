package yici.linter;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import yici.catalogue.Guide;
import yici.catalogue.Service;

/** Where somebody goes, writes and calls. */
final class Contacts {

    /** National numbers have no area code: 12345, 12333, 96321, 400 and 800. */
    private static final Pattern NATIONAL = Pattern.compile("(?:1[0-2]\\d{3,4}|9[56]\\d{3,4}|[48]00-?\\d{3}-?\\d{4})");

    private static final Pattern WITH_AREA_CODE = Pattern.compile("0\\d{2,3}[-—－ ]?\\d{5,8}(?:[-—转]\\d{1,5})?");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern BETWEEN = Pattern.compile("[,，、;；/\\s]+");
    private static final Pattern OPEN = Pattern.compile("工作日|每天|每日|24\\s*小时|全天|节假日|周一|星期一");
    private static final Pattern PLACE_INSIDE = Pattern.compile("窗口|\\d+号窗|室|楼层|\\d+楼|[一二三四五六七八九十]楼|大厅|专区|专窗|综合窗");

    private Contacts() {}

    /** R7 */
    static void phones(Guide guide, Found found) {
        eachPoint(guide, (point, where) -> {
            var consult = numbers(point.consultPhone());
            var complain = numbers(point.complaintPhone());
            found.when(consult.isEmpty(), where + "/consultPhone", point.name());
            found.when(complain.isEmpty(), where + "/complaintPhone", point.name());
            var both = new HashSet<>(consult);
            both.retainAll(complain);
            both.forEach(number -> found.at(where + "/complaintPhone", number));
            Stream.concat(consult.stream(), complain.stream())
                    .filter(number -> !isWhole(number) && number.matches("[\\d-]{7,8}"))
                    .forEach(number -> found.at(where + "/consultPhone", number));
        });
    }

    /** R7 */
    static void phones(Service service, Found found) {
        service.implementation().contact().ifPresent(contact -> {
            var both = new HashSet<>(numbers(contact.consultPhone()));
            both.retainAll(numbers(contact.complaintPhone()));
            both.forEach(number -> found.at("implementation/contact/complaintPhone", number));
            found.when(
                    numbers(contact.complaintPhone()).isEmpty(),
                    "implementation/contact/complaintPhone",
                    service.name().zh());
        });
    }

    /** R8 */
    static void hours(Service service, Found found) {
        service.implementation()
                .contact()
                .filter(contact -> !OPEN.matcher(contact.hours()).find())
                .ifPresent(contact -> found.at("implementation/contact/hours", contact.hours()));
    }

    /** R9 */
    static void address(Service service, Found found) {
        service.implementation()
                .contact()
                .filter(contact -> !PLACE_INSIDE.matcher(contact.address()).find())
                .ifPresent(contact -> found.at("implementation/contact/address", contact.address()));
    }

    private static boolean isWhole(String number) {
        return WITH_AREA_CODE.matcher(number).matches()
                || NATIONAL.matcher(number).matches()
                || MOBILE.matcher(number).matches();
    }

    static List<String> numbers(String text) {
        return Arrays.stream(BETWEEN.split(text.strip()))
                .filter(number -> !number.isEmpty())
                .toList();
    }

    /** R8 */
    static void hours(Guide guide, Found found) {
        eachPoint(
                guide,
                (point, where) -> found.when(!OPEN.matcher(point.hours()).find(), where + "/hours", point.hours()));
    }

    /** R9 */
    static void address(Guide guide, Found found) {
        eachPoint(
                guide,
                (point, where) ->
                        found.when(!PLACE_INSIDE.matcher(point.address()).find(), where + "/address", point.address()));
    }

    /** R25, as far as it shows without calling: no telephone anywhere has such a number. */
    static void unreachable(Guide guide, Found found) {
        eachPoint(
                guide,
                (point, where) -> Stream.of(point.consultPhone(), point.complaintPhone())
                        .flatMap(text -> numbers(text).stream())
                        .filter(Contacts::cannotBe)
                        .forEach(number -> found.at(where + "/phone", number)));
        Links.unreachable(guide, found);
    }

    /** R25 */
    static void unreachable(Service service, Found found) {
        service.implementation()
                .contact()
                .ifPresent(contact -> Stream.of(contact.consultPhone(), contact.complaintPhone())
                        .flatMap(text -> numbers(text).stream())
                        .filter(Contacts::cannotBe)
                        .forEach(number -> found.at("implementation/contact/phone", number)));
        Links.unreachable(service, found);
    }

    private static boolean cannotBe(String number) {
        if (!isWhole(number) && !number.matches("[2-9]\\d{6,7}")) return true;
        String digits = number.replaceAll("\\D", "");
        return digits.length() > 8 && digits.substring(digits.length() - 8).matches("(\\d)\\1{7}");
    }

    private interface AtPoint {
        void look(Guide.ServicePoint point, String where);
    }

    private static void eachPoint(Guide guide, AtPoint look) {
        for (var point : guide.servicePoints())
            look.look(point, "servicePoints/" + (point.area().isEmpty() ? "-" : point.area()));
    }
}

package yici.linter;

import yici.catalogue.Guide;
import yici.catalogue.Service;

/** Whether somebody has to come, and why. */
final class Visits {

    private static final String FIELD = "reform/after/visits";

    private Visits() {}

    /** R4. A reason is an item that can only be begun at a counter or that wants the person there. */
    static void withoutReason(Guide guide, Found found) {
        guide.reform().after().ifPresent(after -> {
            boolean reason = guide.items().stream().anyMatch(Visits::mustCome);
            found.when(after.visits() > 0 && !reason, FIELD, String.valueOf(after.visits()));
            if (after.visits() == 0)
                guide.items().stream()
                        .filter(Visits::mustCome)
                        .forEach(item -> found.at(
                                "items/" + item.key() + "/presence", item.name().zh()));
        });
    }

    private static boolean mustCome(Guide.Item item) {
        return item.offlineOnly() || item.presence() != Guide.Presence.NONE;
    }

    /** R5 */
    static void neitherOnlineNorByPost(Guide guide, Found found) {
        boolean never = guide.reform().after().map(after -> after.visits() == 0).orElse(false);
        if (!never) return;
        guide.items().stream()
                .filter(Guide.Item::offlineOnly)
                .forEach(item ->
                        found.at("items/" + item.key() + "/channel", item.name().zh()));
    }

    /** R5. By post is way 2 of the implementation list. */
    static void neitherOnlineNorByPost(Service service, Found found) {
        boolean byPost = service.implementation().handling().stream()
                .anyMatch(way -> way.code().equals("2"));
        found.when(
                service.visits() == 0 && !service.online() && !byPost,
                "online",
                service.name().zh());
    }

    /** R4. Who has to come is told why; who has not, is told no reason. Only where the body has said how far it goes online. */
    static void withoutReason(Service service, Found found) {
        service.implementation()
                .depth()
                .filter(depth -> service.visits() > 0 != Said.something(depth.presenceReason()))
                .ifPresent(depth -> found.at(
                        "implementation/depth/presenceReason",
                        (service.visits() + " " + depth.presenceReason()).strip()));
    }

    /** R6 */
    static void onlineYetVisiting(Service service, Found found) {
        service.implementation()
                .depth()
                .filter(depth -> depth.level().strip().matches("IV|Ⅳ|4|四级"))
                .filter(_ -> service.visits() > 0)
                .ifPresent(depth -> found.at("visits", service.visits() + " · " + depth.level()));
    }

    /** R6. The source keeps no level of depth; what it says of the whole in words stands for it. */
    static void onlineYetVisiting(Guide guide, Found found) {
        String said = guide.officialTexts().getOrDefault("onlineNote", "");
        int visits = guide.reform().after().map(Guide.Effort::visits).orElse(0);
        found.when(said.contains("全程网办") && visits > 0, FIELD, visits + " · " + said);
    }
}

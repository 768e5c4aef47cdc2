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

    /** R5. The source names no way by post. */
    static void neitherOnlineNorByPost(Service service, Found found) {
        found.when(
                service.visits() == 0 && !service.online(),
                "online",
                service.name().zh());
    }

    /** R6. The source keeps no level of depth; what it says of the whole in words stands for it. */
    static void onlineYetVisiting(Guide guide, Found found) {
        String said = guide.officialTexts().getOrDefault("onlineNote", "");
        int visits = guide.reform().after().map(Guide.Effort::visits).orElse(0);
        found.when(said.contains("全程网办") && visits > 0, FIELD, visits + " · " + said);
    }
}

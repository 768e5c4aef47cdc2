package yici.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import yici.notification.Channel;

/** What a person proves themself with, as far as it may be shown: never a secret. With the account it goes. */
@Component
class FactorData implements PersonalData {

    private final JdbcClient db;
    private final Apps apps;
    private final Reached reached;
    private final Devices devices;

    FactorData(JdbcClient db, Apps apps, Reached reached, Devices devices) {
        this.db = db;
        this.apps = apps;
        this.reached = reached;
        this.devices = devices;
    }

    @Override
    public String key() {
        return "factors";
    }

    @Override
    public String page() {
        return "/account/factors";
    }

    @Override
    public long count(UUID account) {
        return copy(account).size();
    }

    @Override
    public List<Map<String, Object>> copy(UUID account) {
        var all = new ArrayList<Map<String, Object>>();
        for (var channel : Channel.values())
            reached.at(account, channel).ifPresent(at -> all.add(Map.of("confirmed", at)));
        for (var app : apps.of(account))
            all.add(record("app", app.name(), "added", app.since().toString()));
        for (var device : devices.of(account))
            all.add(record(
                    "device", device.name(), "last_used", device.lastSeen().toString()));
        return all;
    }

    private static Map<String, Object> record(String kind, String name, String when, String at) {
        var record = new LinkedHashMap<String, Object>();
        record.put(kind, name);
        record.put(when, at);
        return record;
    }

    @EventListener
    void on(AccountClosed event) {
        for (var table : List.of("reached", "totp", "recovery_code", "device", "code"))
            db.sql("delete from identity." + table + " where account = :account")
                    .param("account", event.account())
                    .update();
        db.sql("update identity.account set asks_second = false where id = :account")
                .param("account", event.account())
                .update();
    }
}

package yici.openid;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was granted, as a row keeps it. */
@Component
class Snapshots {

    private final JsonMapper json;

    Snapshots(JsonMapper json) {
        this.json = json;
    }

    String write(Grant grant) {
        return json.writeValueAsString(grant);
    }

    Grant read(String text) {
        return json.readValue(text, Grant.class);
    }
}

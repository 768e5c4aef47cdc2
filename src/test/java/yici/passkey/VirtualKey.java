package yici.passkey;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** Chromium's own authenticator without hardware, as it would be built into the person's device. */
final class VirtualKey {

    private final CDPSession chromium;
    private final String id;

    VirtualKey(Page page) {
        chromium = page.context().newCDPSession(page);
        chromium.send("WebAuthn.enable", new JsonObject());
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("ctap2Version", "ctap2_1");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", false);
        var asked = new JsonObject();
        asked.add("options", options);
        id = chromium.send("WebAuthn.addVirtualAuthenticator", asked)
                .get("authenticatorId")
                .getAsString();
    }

    /** The person touches it whenever it asks. */
    void atHand(boolean yes) {
        say("WebAuthn.setAutomaticPresenceSimulation", "enabled", yes);
    }

    /** Whether the finger is the right one. */
    void knowsItsPerson(boolean yes) {
        say("WebAuthn.setUserVerified", "isUserVerified", yes);
    }

    int kept() {
        var asked = new JsonObject();
        asked.addProperty("authenticatorId", id);
        return chromium.send("WebAuthn.getCredentials", asked)
                .getAsJsonArray("credentials")
                .size();
    }

    private void say(String what, String name, boolean value) {
        var said = new JsonObject();
        said.addProperty("authenticatorId", id);
        said.addProperty(name, value);
        chromium.send(what, said);
    }
}

package yici.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/**
 * What a program gets, with a mark (ETag) of what stands in it: who has it already gets 304 and nothing else. The mark is a weak one, for the
 * server may send the same compressed.
 */
record Answer(MediaType type, byte[] bytes, String tag) {

    static Answer of(MediaType type, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Answer(type, bytes, "W/\"" + digest(bytes) + "\"");
    }

    static Answer json(JsonNode json) {
        return of(MediaType.APPLICATION_JSON, Format.write(json));
    }

    ResponseEntity.BodyBuilder head() {
        return ResponseEntity.ok()
                .contentType(type)
                .eTag(tag)
                .cacheControl(CacheControl.noCache().cachePublic());
    }

    ResponseEntity<byte[]> send() {
        return head().body(bytes);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

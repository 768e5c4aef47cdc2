package yici.openid;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Where {@link Asked} rests: one small cookie for each window in which somebody is just signing on, for half an hour. */
@Component
class AskedCookie {

    private static final int LARGEST = 3_800;
    private static final int AT_ONCE = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Sealing sealing;
    private final Clock clock;

    AskedCookie(Sealing sealing, Clock clock) {
        this.sealing = sealing;
        this.clock = clock;
    }

    static String freshId() {
        var bytes = new byte[4];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** False when it is too much for a browser to keep. */
    boolean keep(String id, Asked asked, HttpServletRequest request, HttpServletResponse response) {
        var value = Opaque.base64(sealing.close(Sealing.Purpose.REQUEST, write(asked)));
        if (value.length() > LARGEST) return false;
        makeRoom(id, request, response);
        set(cookie(id, value, request).maxAge(Bounds.REQUEST).build(), response);
        return true;
    }

    Optional<Asked> find(String id, HttpServletRequest request) {
        if (!id.matches("[0-9a-f]{8}")) return Optional.empty();
        return cookies(request).stream()
                .filter(cookie -> cookie.getName().equals(name(id, request)))
                .findFirst()
                .flatMap(cookie -> open(cookie.getValue()))
                .filter(asked -> asked.since().plus(Bounds.REQUEST).isAfter(clock.instant()));
    }

    void forget(String id, HttpServletRequest request, HttpServletResponse response) {
        set(cookie(id, "", request).maxAge(0).build(), response);
    }

    private static void makeRoom(String id, HttpServletRequest request, HttpServletResponse response) {
        var prefix = name("", request);
        var others = cookies(request).stream()
                .map(Cookie::getName)
                .filter(name -> name.startsWith(prefix) && !name.equals(name(id, request)))
                .toList();
        for (int i = 0; i <= others.size() - AT_ONCE; i++)
            set(
                    cookie(others.get(i).substring(prefix.length()), "", request)
                            .maxAge(0)
                            .build(),
                    response);
    }

    private Optional<Asked> open(String value) {
        try {
            return sealing.open(Sealing.Purpose.REQUEST, Base64.getUrlDecoder().decode(value))
                    .map(AskedCookie::read);
        } catch (IllegalArgumentException | UncheckedIOException damaged) {
            return Optional.empty();
        }
    }

    private static byte[] write(Asked asked) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeUTF(asked.parameters().text());
            out.writeUTF(asked.pushed());
            out.writeLong(asked.since().toEpochMilli());
            out.writeUTF(asked.before());
            out.writeBoolean(asked.chosen());
            out.writeBoolean(asked.steppedUp());
            out.writeUTF(asked.forWhom());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Asked read(byte[] plain) {
        try (var in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(plain)))) {
            return new Asked(
                    Parameters.read(in.readUTF()),
                    in.readUTF(),
                    Instant.ofEpochMilli(in.readLong()),
                    in.readUTF(),
                    in.readBoolean(),
                    in.readBoolean(),
                    in.readUTF());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Cookie> cookies(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).map(Arrays::asList).orElse(List.of());
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String id, String value, HttpServletRequest request) {
        return ResponseCookie.from(name(id, request), value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure());
    }

    private static String name(String id, HttpServletRequest request) {
        return (request.isSecure() ? "__Host-asked-" : "asked-") + id;
    }

    private static void set(ResponseCookie cookie, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}

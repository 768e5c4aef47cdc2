package yici.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;
import yici.kit.Language;

/** One page as everybody gets it: its bytes plain and compressed, and the headers it was answered with. */
final class KeptPage {

    private final Language language;
    private final byte[] plain;
    private final byte[] zipped;
    private final String tag;
    private final Map<String, List<String>> headers;
    private final List<String> topics;
    private final Instant renderedAt;
    private final AtomicBoolean beingRenewed = new AtomicBoolean();
    private volatile boolean stale;

    KeptPage(
            Language language,
            byte[] plain,
            Map<String, List<String>> headers,
            List<String> topics,
            Instant renderedAt) {
        this.language = language;
        this.plain = plain;
        this.zipped = zip(plain);
        this.tag = tag(plain);
        this.headers = headers;
        this.topics = topics;
        this.renderedAt = renderedAt;
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean zip = Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_ENCODING))
                .orElse("")
                .contains("gzip");
        var bytes = zip ? zipped : plain;
        var etag = '"' + tag + (zip ? "-gz" : "") + '"';
        headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=0, must-revalidate");
        response.setHeader(HttpHeaders.ETAG, etag);
        response.setHeader(HttpHeaders.VARY, "Accept-Language, Cookie, Accept-Encoding");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        if (has(request, etag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        if (zip) response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(bytes.length);
        if (!request.getMethod().equals("HEAD")) response.getOutputStream().write(bytes);
    }

    String tag() {
        return tag;
    }

    /** As {@link #read} reads it. */
    void write(DataOutputStream out) throws IOException {
        out.writeUTF(language.code());
        out.writeLong(renderedAt.toEpochMilli());
        out.writeInt(headers.size());
        for (var header : headers.entrySet()) {
            out.writeUTF(header.getKey());
            out.writeInt(header.getValue().size());
            for (var value : header.getValue()) out.writeUTF(value);
        }
        out.writeInt(zipped.length);
        out.write(zipped);
    }

    /** Of no topic: it is for a bad day, and nobody tells it of changes. */
    static KeptPage read(DataInputStream in) throws IOException {
        var code = in.readUTF();
        var language = Language.of(code).orElseThrow(() -> new IOException("no language: " + code));
        var renderedAt = Instant.ofEpochMilli(in.readLong());
        var headers = new TreeMap<String, List<String>>();
        for (int left = in.readInt(); left > 0; left--) {
            var name = in.readUTF();
            var values = new ArrayList<String>();
            for (int more = in.readInt(); more > 0; more--) values.add(in.readUTF());
            headers.put(name, List.copyOf(values));
        }
        try (var unzip = new GZIPInputStream(new ByteArrayInputStream(in.readNBytes(in.readInt())))) {
            return new KeptPage(language, unzip.readAllBytes(), Map.copyOf(headers), List.of(), renderedAt);
        }
    }

    private static boolean has(HttpServletRequest request, String etag) {
        var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        return known != null && known.contains(etag);
    }

    int weight() {
        return plain.length + zipped.length;
    }

    List<String> topics() {
        return topics;
    }

    Instant renderedAt() {
        return renderedAt;
    }

    boolean isStale() {
        return stale;
    }

    void setStale() {
        stale = true;
    }

    /** True for one asker at a time; the others meanwhile get this page as it is. */
    boolean beginRenewal() {
        return beingRenewed.compareAndSet(false, true);
    }

    void endRenewal() {
        beingRenewed.set(false);
    }

    private static byte[] zip(byte[] plain) {
        var bytes = new ByteArrayOutputStream(plain.length / 3);
        try (var out = new Best(bytes)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String tag(byte[] plain) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(plain);
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Best extends GZIPOutputStream {
        Best(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}

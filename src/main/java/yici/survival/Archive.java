package yici.survival;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.netpreserve.jwarc.HttpRequest;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/** What the site answered, word for word, as web archives keep it (WARC 1.0, ISO 28500): each answer with its question, under the official address. */
final class Archive implements AutoCloseable {

    /** Of how it was carried, not of what was carried: the body is kept as it was unpacked. */
    private static final Set<String> OF_THE_WAY =
            Set.of("transfer-encoding", "connection", "keep-alive", "content-length", "content-encoding");

    private final WarcWriter writer;
    private final Warcinfo about;

    Archive(Path file, URI official, Instant now) throws IOException {
        var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        writer = new WarcWriter(channel, WarcCompression.GZIP);
        about = new Warcinfo.Builder()
                .filename(file.getFileName().toString())
                .date(now)
                .fields(Map.of(
                        "software", List.of("Yici"),
                        "isPartOf", List.of(official.toString()),
                        "format", List.of("WARC File Format 1.0")))
                .build();
        writer.write(about);
    }

    /** @param target under the official address */
    synchronized void add(URI target, HttpResponse<byte[]> answer, Instant at) throws IOException {
        var type = answer.headers().firstValue("Content-Type").orElse("application/octet-stream");
        var kept = new org.netpreserve.jwarc.HttpResponse.Builder(answer.statusCode(), "");
        answer.headers().map().forEach((name, values) -> {
            boolean carried = name.startsWith(":") || OF_THE_WAY.contains(name) || name.equals("content-type");
            if (!carried) values.forEach(value -> kept.addHeader(name, value));
        });
        kept.body(MediaType.parse(type), answer.body());
        var response = new WarcResponse.Builder(target)
                .date(at)
                .warcinfoId(about.id())
                .payloadDigest(digest(answer.body()))
                .body(kept.build())
                .build();
        writer.write(response);
        var asked = new HttpRequest.Builder(
                "GET", target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery()));
        asked.addHeader("Host", target.getRawAuthority());
        writer.write(new WarcRequest.Builder(target)
                .date(at)
                .warcinfoId(about.id())
                .concurrentTo(response.id())
                .body(asked.build())
                .build());
    }

    private static WarcDigest digest(byte[] body) {
        try {
            return new WarcDigest("sha256", MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }
}

package yici.publication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import yici.attachment.Attachments;
import yici.identity.Deed;
import yici.identity.Policy;
import yici.identity.Sessions;
import yici.identity.Thing;
import yici.kit.NotFound;

/** /media: pictures and papers of what is public, to everybody; of what is not yet, to those who write it. */
@Controller
class MediaPages {

    private static final Pattern WIDTH = Pattern.compile("w?([0-9]{1,4})(?:x[0-9]{1,5})?\\.(?:jpg|png)");
    private static final int BYTES = 32 << 20;

    /** After this it is asked again whether it is still public; with the database away what was shown is shown on. */
    private static final Duration FRESH = Duration.ofSeconds(15);

    private static final Duration BROWSER = Duration.ofHours(1);

    private record Shown(byte[] bytes, String type, String name, boolean inline, Instant askedAt) {}

    private final WorkFiles files;
    private final KeptWorks kept;
    private final Attachments attachments;
    private final Previews previews;
    private final Sessions sessions;
    private final Policy policy;
    private final Clock clock;
    private final Cache<String, Shown> shown = Caffeine.newBuilder()
            .maximumWeight(BYTES)
            .weigher((String address, Shown one) -> one.bytes().length + 2 * address.length())
            .build();

    MediaPages(
            WorkFiles files,
            KeptWorks kept,
            Attachments attachments,
            Previews previews,
            Sessions sessions,
            Policy policy,
            Clock clock) {
        this.files = files;
        this.kept = kept;
        this.attachments = attachments;
        this.previews = previews;
        this.sessions = sessions;
        this.policy = policy;
        this.clock = clock;
    }

    @GetMapping("/media/{id}/{name}")
    ResponseEntity<byte[]> show(@PathVariable String id, @PathVariable String name, HttpServletRequest request) {
        var key = id + "/" + name;
        var before = shown.getIfPresent(key);
        if (before != null
                && Duration.between(before.askedAt(), clock.instant()).abs().compareTo(FRESH) < 0)
            return answer(before, true);
        try {
            var file = find(id);
            boolean open = files.isPublic(file.work());
            if (!open && !writes(request, file)) throw new NotFound("file " + id);
            var now = before != null ? again(before) : read(file, name);
            if (open) shown.put(key, now);
            else shown.invalidate(key);
            return answer(now, open);
        } catch (DataAccessException e) {
            if (before == null) throw e;
            return answer(before, true);
        }
    }

    /** For whoever was lent the edition it belongs to. */
    @GetMapping("/preview/{token}/media/{id}/{name}")
    ResponseEntity<byte[]> lent(@PathVariable String token, @PathVariable String id, @PathVariable String name) {
        var file = find(id);
        boolean its = previews.find(token)
                .filter(which -> which.work().equals(file.work()))
                .isPresent();
        if (!its) throw new NotFound("preview");
        return answer(read(file, name), false);
    }

    private WorkFiles.File find(String id) {
        if (!id.matches("[0-9a-f-]{36}")) throw new NotFound("file " + id);
        return files.find(UUID.fromString(id)).orElseThrow(() -> new NotFound("file " + id));
    }

    private boolean writes(HttpServletRequest request, WorkFiles.File file) {
        var area = kept.get(file.work()).area();
        return sessions.of(request)
                .filter(me -> policy.allows(me, Deed.WRITE_WORK, Thing.in(area)))
                .isPresent();
    }

    private Shown again(Shown before) {
        return new Shown(before.bytes(), before.type(), before.name(), before.inline(), clock.instant());
    }

    private Shown read(WorkFiles.File file, String name) {
        var wanted = file.isPicture()
                ? width(name).flatMap(w -> files.rendition(file.id(), w))
                : Optional.of(file.attachment());
        var attachment = wanted.flatMap(attachments::findForStaff).orElseThrow(() -> new NotFound("file " + name));
        try (var content = attachments.open(attachment)) {
            return new Shown(
                    content.readAllBytes(), attachment.mediaType(), file.name(), file.isPicture(), clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Integer> width(String name) {
        var width = WIDTH.matcher(name);
        return width.matches() ? Optional.of(Integer.parseInt(width.group(1))) : Optional.empty();
    }

    private static ResponseEntity<byte[]> answer(Shown one, boolean open) {
        var disposition = one.inline() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(one.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .cacheControl(open ? CacheControl.maxAge(BROWSER).cachePublic() : CacheControl.noStore())
                .contentType(MediaType.parseMediaType(one.type()))
                .body(one.bytes());
    }
}

package yici.attachment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;
import org.springframework.stereotype.Component;

/**
 * Photographs and drawings in the widths pages ask for: upright, smaller, and without what the camera wrote into them (where, when, whose).
 * JPEG stays JPEG, PNG stays PNG.
 */
@Component
public class Pictures {

    /** A bomb of a few kilobytes may promise more; 50 million points are a good camera's. */
    private static final long MOST_POINTS = 50_000_000;

    private static final double QUALITY = 0.82;

    /** @param bytes as a file of the same type */
    public record Sized(int width, int height, byte[] bytes) {}

    /** Each takes up to 200 MB while it is worked on. */
    private final Semaphore atWork = new Semaphore(1);

    Pictures() {
        ImageIO.setUseCache(false);
    }

    /**
     * The picture in each of the widths that it has at least, and in its own width where that is less than all of them; the smallest first.
     * Empty for what is no picture, is broken, or is larger than 50 million points.
     */
    public List<Sized> sizes(byte[] picture, List<Integer> widths) {
        var format = format(picture);
        if (format.isEmpty()) return List.of();
        atWork.acquireUninterruptibly();
        try {
            return sizes(picture, format.get(), widths);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return List.of(); // cut off or made up: readers throw all of these
        } finally {
            atWork.release();
        }
    }

    private static List<Sized> sizes(byte[] picture, String format, List<Integer> widths) throws IOException {
        var upright = Thumbnails.of(new ByteArrayInputStream(picture)).scale(1).asBufferedImage();
        var sizes = new ArrayList<Sized>();
        for (int width : widths.stream().sorted().toList())
            if (width <= upright.getWidth()) sizes.add(sized(upright, width, format));
        boolean own = sizes.isEmpty()
                || upright.getWidth() < widths.stream().max(Integer::compare).orElse(0);
        if (own && sizes.stream().noneMatch(s -> s.width() == upright.getWidth()))
            sizes.add(sized(upright, upright.getWidth(), format));
        return List.copyOf(sizes);
    }

    private static Sized sized(BufferedImage upright, int width, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        var small = Thumbnails.of(upright).width(width);
        small.outputFormat(format).outputQuality(QUALITY).toOutputStream(out);
        int height = Math.max(1, Math.round((float) upright.getHeight() * width / upright.getWidth()));
        return new Sized(width, height, out.toByteArray());
    }

    /** As the reader for it is called; empty when none reads it, or when it promises too much. */
    private static Optional<String> format(byte[] picture) {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) return Optional.empty();
            var reader = readers.next();
            try {
                reader.setInput(in, true);
                long points = (long) reader.getWidth(0) * reader.getHeight(0);
                var name = reader.getFormatName().toLowerCase(java.util.Locale.ROOT);
                return points > 0 && points <= MOST_POINTS && (name.equals("jpeg") || name.equals("png"))
                        ? Optional.of(name.equals("jpeg") ? "jpg" : name)
                        : Optional.empty();
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}

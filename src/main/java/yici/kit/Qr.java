package yici.kit;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as one SVG path; {@code @template.kit.qr} draws it.
 *
 * @param size of the view box: modules and the quiet zone of four on each side
 */
public record Qr(int size, String path) {

    private static final int QUIET = 4;

    /** @throws IllegalArgumentException for a text too long for a QR code */
    public static Qr of(String text) {
        try {
            var matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            return new Qr(matrix.getWidth() + 2 * QUIET, path(matrix));
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds this text of " + text.length() + " characters", e);
        }
    }

    /** The path alone, for one who knows the size: modules are 1 × 1, the quiet zone is in it. */
    public static String svgPath(String text) {
        return of(text).path();
    }

    private static String path(ByteMatrix matrix) {
        var path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y) == 0) continue;
                int start = x;
                while (x + 1 < matrix.getWidth() && matrix.get(x + 1, y) == 1) x++;
                int length = x - start + 1;
                path.append('M').append(start + QUIET).append(' ').append(y + QUIET);
                path.append('h').append(length).append("v1h-").append(length).append('z');
            }
        }
        return path.toString();
    }
}

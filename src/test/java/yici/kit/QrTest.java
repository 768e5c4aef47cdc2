package yici.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrTest {

    private static final int SCALE = 8;

    @Test
    void a_reader_finds_the_address_again() throws Exception {
        var address = "https://example.org/applications/430523-2026-000123/receipt";

        assertThat(read(Qr.of(address))).isEqualTo(address);
    }

    @Test
    void too_long_a_text_is_refused() {
        assertThatThrownBy(() -> Qr.of("x".repeat(5000))).isInstanceOf(IllegalArgumentException.class);
    }

    private static String read(Qr qr) throws Exception {
        var dark = new boolean[qr.size()][qr.size()];
        var runs = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z").matcher(qr.path());
        while (runs.find()) {
            int x = Integer.parseInt(runs.group(1));
            for (int i = 0; i < Integer.parseInt(runs.group(3)); i++)
                dark[Integer.parseInt(runs.group(2))][x + i] = true;
        }
        int side = qr.size() * SCALE;
        var picture = new LuminanceSource(side, side) {
            @Override
            public byte[] getRow(int y, byte[] row) {
                var line = row != null && row.length >= side ? row : new byte[side];
                for (int x = 0; x < side; x++) line[x] = (byte) (dark[y / SCALE][x / SCALE] ? 0 : 255);
                return line;
            }

            @Override
            public byte[] getMatrix() {
                var all = new byte[side * side];
                for (int y = 0; y < side; y++) System.arraycopy(getRow(y, new byte[side]), 0, all, y * side, side);
                return all;
            }
        };
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(picture)))
                .getText();
    }
}

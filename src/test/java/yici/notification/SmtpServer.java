package yici.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server of a few lines on this machine: enough of RFC 5321 to take a letter, or to refuse a recipient. */
final class SmtpServer implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    final List<String> letters = new CopyOnWriteArrayList<>();

    SmtpServer() throws IOException {
        Thread.startVirtualThread(this::serve);
    }

    String url() {
        return "smtp://127.0.0.1:" + door.getLocalPort();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (var guest = door.accept()) {
                talk(guest);
            } catch (IOException e) {
                if (!door.isClosed()) throw new UncheckedIOException(e);
            }
        }
    }

    private void talk(Socket guest) throws IOException {
        var in = new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8));
        say(guest, "220 test");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var verb = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
            switch (verb) {
                case "DATA" -> {
                    say(guest, "354 go on");
                    letters.add(letter(in));
                    say(guest, "250 taken");
                }
                case "RCPT" -> say(guest, line.contains("nobody@") ? "550 no such person" : "250 ok");
                case "QUIT" -> {
                    say(guest, "221 bye");
                    return;
                }
                default -> say(guest, "250 ok");
            }
        }
    }

    private static String letter(BufferedReader in) throws IOException {
        var text = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine())
            text.append(line).append('\n');
        return text.toString();
    }

    private static void say(Socket guest, String line) throws IOException {
        guest.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}

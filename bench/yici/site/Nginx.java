package yici.site;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Serves what {@link #hold} gave it, with the headers it came with. */
final class Nginx implements AutoCloseable {

    private final Path folder;
    private final int port;
    private final StringBuilder locations = new StringBuilder();
    private Process process;

    Nginx(Path folder) throws IOException {
        this.folder = folder;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Files.createDirectories(folder.resolve("www"));
    }

    static String name(String page) {
        return "/page" + page.replace('/', '-') + ".html";
    }

    void hold(String page, HttpResponse<byte[]> answer) throws IOException {
        var file = folder.resolve("www" + name(page));
        Files.write(file, new byte[] {'?'}); // its sign that there is a compressed one beside it
        Files.write(file.resolveSibling(file.getFileName() + ".gz"), answer.body());
        locations.append("location = ").append(name(page)).append(" {\n");
        answer.headers().map().forEach((header, values) -> {
            if (header.matches("(?i)content-security-policy|x-.*|referrer-policy|cache-control|vary|content-language"))
                values.forEach(value ->
                        locations.append("add_header %s \"%s\";\n".formatted(header, value.replace("\"", "\\\""))));
        });
        locations.append("}\n");
    }

    void start() throws IOException, InterruptedException {
        var config = Files.writeString(folder.resolve("nginx.conf"), """
                daemon off;
                user root; # its workers read a folder that is this user's alone; named by others than root it is passed over
                worker_processes auto;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                events { worker_connections 1024; }
                http {
                    access_log off;
                    sendfile on;
                    tcp_nopush on;
                    keepalive_requests 1000000000;
                    open_file_cache max=100;
                    types { text/html html; }
                    charset utf-8;
                    client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
                    gzip_static on;
                    server { listen 127.0.0.1:%2$d; root %1$s/www;
                %3$s
                    }
                }
                """.formatted(folder, port, locations));
        process = new ProcessBuilder("nginx", "-c", config.toString(), "-p", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        for (int i = 0; i < 100 && !Files.exists(folder.resolve("nginx.pid")); i++) TimeUnit.MILLISECONDS.sleep(50);
        if (!process.isAlive()) throw new IllegalStateException(Files.readString(folder.resolve("nginx.log")));
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroy();
            process.waitFor();
        }
    }
}

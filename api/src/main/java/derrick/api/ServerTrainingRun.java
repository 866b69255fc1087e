package derrick.api;

import derrick.migrations.postgres.DatabaseChoice;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs the server on a temporary database. The launcher writes the classes that it loads to an archive (CDS), which
 * makes the server start faster.
 */
public final class ServerTrainingRun {
    private static final String RECORD =
            "{\"rig_id\":\"training\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"wob\":12.5}";

    private ServerTrainingRun() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("derrick-training");
        try {
            // The embedded server may run as another account, which needs to enter the folder.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            UpOptions options = new UpOptions(0, 0, Optional.of(folder), Optional.empty(), false, false, 1);
            ServerLock lock = ServerLock.on(folder);
            try (lock;
                    ServerRuntime runtime =
                            ServerRuntime.start(options, new DatabaseChoice.Embedded(folder), line -> {})) {
                sendRequests(runtime.http());
            }
        } finally {
            remove(folder);
        }
    }

    private static void sendRequests(URI api) throws IOException {
        send(api.resolve("/api/v1/sensor-data"), Optional.of("application/json"));
        send(api.resolve("/api/v1/sensor-data"), Optional.of("application/x-ndjson"));
        send(api.resolve("/api/v1/sensor-data/latest"), Optional.empty());
        send(
                api.resolve("/api/v1/sensor-data?rig_id=training&channels=wob&from=2026-01-01T00:00:00Z"),
                Optional.empty());
        send(api.resolve("/api/v1/sensor-data?limit=none"), Optional.empty());
    }

    private static void send(URI address, Optional<String> documentType) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        if (documentType.isPresent()) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", documentType.get());
            try (OutputStream document = connection.getOutputStream()) {
                document.write(RECORD.getBytes(StandardCharsets.UTF_8));
            }
        }
        if (connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST) {
            try (InputStream answer = connection.getInputStream()) {
                answer.readAllBytes();
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}

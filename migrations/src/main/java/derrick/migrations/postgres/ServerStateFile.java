package derrick.migrations.postgres;

import derrick.migrations.postgres.embedded.ProcessRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state file of a running Derrick server in its data folder, for scripts and other commands.
 *
 * @param pid its process number
 * @param http the URL of the API
 * @param admin the URL of health checks and metrics
 * @param databaseUrl the URL of its database, with the password
 * @param ready true if it accepts requests
 */
public record ServerStateFile(long pid, String http, String admin, String databaseUrl, boolean ready) {
    /** The name of the file in the data folder. */
    public static final String FILE_NAME = "derrick.json";

    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);
    private static final int ANSWER_LIMIT_MILLIS = 1_000;
    private static final Pattern FIELD = Pattern.compile(
            "\"(?<name>[a-z_]+)\"\\s*:\\s*(?:\"(?<text>(?:[^\"\\\\]|\\\\.)*)\"|(?<bare>[0-9]+|true|false))");

    /** Writes the file atomically. Only its owner can read it, because it has the password of the database. */
    public void write(Path dataDir) {
        Path file = dataDir.resolve(FILE_NAME);
        try {
            Files.createDirectories(dataDir);
            Path fresh = Files.createTempFile(
                    dataDir,
                    FILE_NAME,
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, json());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be written", failure);
        }
    }

    /** Removes the file, and the temporary file of a server that was killed while writing. */
    public static void remove(Path dataDir) {
        Path file = dataDir.resolve(FILE_NAME);
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(dataDir, FILE_NAME + "*.new")) {
            for (Path left : unfinished) {
                Files.deleteIfExists(left);
            }
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be removed", failure);
        }
    }

    /** Returns the server that runs on a folder. Ignores the file of a server that was killed. */
    public static Optional<ServerStateFile> find(Path dataDir) {
        Path file = dataDir.resolve(FILE_NAME);
        try {
            if (!Files.isReadable(file)) {
                return Optional.empty();
            }
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return parsed(Files.readString(file))
                    .filter(server -> ProcessRef.find(server.pid)
                            .filter(process -> process.startedAt()
                                    .map(start -> start.isBefore(written.plus(CLOCK_TOLERANCE)))
                                    .orElse(true))
                            .isPresent());
        } catch (IOException removedMeanwhile) {
            return Optional.empty();
        }
    }

    /** True if its address accepts connections. The process number alone proves nothing, in containers above all. */
    boolean answers() {
        try (Socket socket = new Socket()) {
            URI address = URI.create(http);
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), ANSWER_LIMIT_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException silent) {
            return false;
        }
    }

    private String json() {
        return "{\"pid\":" + pid + ",\"http\":" + quoted(http) + ",\"admin\":" + quoted(admin) + ",\"database_url\":"
                + quoted(databaseUrl) + ",\"ready\":" + ready + "}\n";
    }

    /** Quotes a URL, which has only printable ASCII characters. */
    private static String quoted(String url) {
        return '"' + url.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static Optional<ServerStateFile> parsed(String json) {
        Map<String, String> fields = new HashMap<>();
        Matcher field = FIELD.matcher(json);
        while (field.find()) {
            String text = field.group("text");
            fields.put(field.group("name"), text == null ? field.group("bare") : text.replaceAll("\\\\(.)", "$1"));
        }
        if (!fields.keySet().containsAll(Set.of("pid", "http", "admin", "database_url", "ready"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ServerStateFile(
                    Long.parseLong(fields.getOrDefault("pid", "")),
                    fields.getOrDefault("http", ""),
                    fields.getOrDefault("admin", ""),
                    fields.getOrDefault("database_url", ""),
                    Boolean.parseBoolean(fields.get("ready"))));
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Derrick at " + http + ", process " + pid;
    }
}

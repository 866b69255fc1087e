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
 * A Derrick server that is up, as it writes itself down in the data folder for scripts and for other commands.
 *
 * @param pid the number of its process
 * @param http where the API answers
 * @param admin where health and metrics are
 * @param databaseUrl the database it works on, with the password
 * @param ready whether it takes requests
 */
public record ServerStateFile(long pid, String http, String admin, String databaseUrl, boolean ready) {
    /** The file's name in the data folder. */
    public static final String FILE_NAME = "derrick.json";

    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);
    private static final int ANSWER_LIMIT_MILLIS = 1_000;
    private static final Pattern FIELD = Pattern.compile(
            "\"(?<name>[a-z_]+)\"\\s*:\\s*(?:\"(?<text>(?:[^\"\\\\]|\\\\.)*)\"|(?<bare>[0-9]+|true|false))");

    /** Writes the file in one step; only its owner can ever read it, since the database's password is in it. */
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

    /** Removes what a server wrote, and what it left if it was killed while it wrote. */
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

    /** The server that is up on the folder; a file that a killed one left behind does not count. */
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

    /** Whether somebody listens at its address: its number may be that of another process, here or in a container. */
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

    /** All values are URLs, which hold neither control characters nor anything beyond ASCII. */
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

package derrick.migrations.postgres.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The content of postmaster.pid, which a server writes into its data directory.
 *
 * @param port 0 until the server has one
 * @param socketFolder empty if the server has no Unix socket, or not yet
 */
record PostmasterFile(long pid, int port, String socketFolder, boolean ready) {
    private static final int PORT_LINE = 3;
    private static final int SOCKET_FOLDER_LINE = 4;
    private static final int STATUS_LINE = 7;

    /** Reads the file; empty if it is missing, incomplete or damaged. */
    static Optional<PostmasterFile> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            boolean ready = lines.size() > STATUS_LINE && lines.get(STATUS_LINE).startsWith("ready");
            int port = lines.size() > PORT_LINE
                    ? Integer.parseInt(lines.get(PORT_LINE).strip())
                    : 0;
            String socketFolder = lines.size() > SOCKET_FOLDER_LINE
                    ? lines.get(SOCKET_FOLDER_LINE).strip()
                    : "";
            return Optional.of(new PostmasterFile(Long.parseLong(lines.get(0).strip()), port, socketFolder, ready));
        } catch (NoSuchFileException notRunning) {
            return Optional.empty();
        } catch (NumberFormatException unfinished) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new EmbeddedUnavailable(file + " cannot be read: " + IoErrors.reason(failure), failure);
        }
    }
}

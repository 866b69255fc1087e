package derrick.migrations.backup;

import derrick.migrations.postgres.Database;
import derrick.migrations.revision.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The file or folder that a backup is written to.
 *
 * @param to a file that does not exist yet, or a folder; empty for the default folder
 * @param defaultFolder the default folder, created if missing, readable by its owner only
 */
public record BackupLocation(Optional<Path> to, Path defaultFolder) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Returns the given location, else backups/ beside the embedded database, else the working directory. */
    public static BackupLocation of(Optional<Path> to, Database database) {
        return new BackupLocation(
                to, database.dataDir().map(folder -> folder.resolve("backups")).orElse(Path.of("")));
    }

    /** Returns the file to write; in a folder, a new name such as {@code derrick-002-20261122T221530Z.backup.zip}. */
    Path file(Manifest manifest) throws IOException {
        if (to.isPresent() && !Files.isDirectory(to.get())) {
            return to.get();
        }
        if (to.isEmpty() && !Files.isDirectory(defaultFolder)) {
            Files.createDirectories(
                    defaultFolder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        String name = "%s-%s-%s"
                .formatted(
                        manifest.database().replaceAll("[^A-Za-z0-9_.-]", "_"),
                        manifest.revision().map(Revision::id).orElse("base"),
                        TIME.format(manifest.taken()));
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> name + (number == 1 ? "" : "-" + number) + ".backup.zip")
                .map(to.orElse(defaultFolder)::resolve)
                .filter(file -> Files.notExists(file))
                .findFirst()
                .orElseThrow();
    }
}

package derrick.migrations.backup;

import derrick.migrations.database.Database;
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
 * Where a backup goes.
 *
 * @param to a file that must not be there yet, or a folder that is; empty for the usual folder
 * @param usual the folder of those who name none; it is made if need be, for its owner alone
 */
public record BackupPlace(Optional<Path> to, Path usual) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** The place that was asked for, else the usual one: beside the embedded database, or where this process works. */
    public static BackupPlace of(Optional<Path> to, Database database) {
        return new BackupPlace(
                to, database.dataDir().map(folder -> folder.resolve("backups")).orElse(Path.of("")));
    }

    /** The file for a backup; in a folder, one of its own: {@code derrick-002-20261122T221530Z.backup.zip}. */
    Path file(Manifest manifest) throws IOException {
        if (to.isPresent() && !Files.isDirectory(to.get())) {
            return to.get();
        }
        if (to.isEmpty() && !Files.isDirectory(usual)) {
            Files.createDirectories(
                    usual, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        String name = "%s-%s-%s"
                .formatted(
                        manifest.database().replaceAll("[^A-Za-z0-9_.-]", "_"),
                        manifest.revision().map(Revision::id).orElse("base"),
                        TIME.format(manifest.taken()));
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> name + (number == 1 ? "" : "-" + number) + ".backup.zip")
                .map(to.orElse(usual)::resolve)
                .filter(file -> Files.notExists(file))
                .findFirst()
                .orElseThrow();
    }
}

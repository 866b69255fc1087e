package derrick.ops;

import derrick.migrations.postgres.Database;
import derrick.migrations.postgres.DatabaseChoice;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the common commands on a temporary database. The launcher writes the classes that they load to an archive (CDS),
 * which makes commands start faster. There are two archives, for commands on {@code data} and on the {@code schema},
 * because the JVM reads a whole archive at its start.
 */
public final class CommandTrainingRun {
    private static final String TABLE = """
            timestamp,wob [t]
            2026-01-01T00:00:00Z,12.5
            2026-01-01T00:00:01Z,
            """;

    private static final String TABLE_FILE = "training.csv";
    private static final List<String> SCRIPT_FILES = List.of("V001__train.sql", "U001__train.sql");

    private CommandTrainingRun() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("derrick-training");
        try {
            // The embedded server may run as another account, which must be able to enter its folder.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            Files.writeString(folder.resolve(TABLE_FILE), TABLE);
            for (String script : SCRIPT_FILES) {
                Files.writeString(folder.resolve(script), "SELECT 1;");
            }
            try (Database database = Database.open(new DatabaseChoice.Embedded(folder), line -> {})) {
                // Without this option a command would use the database of DATABASE_URL or .env.
                String url = "--database-url=" + database.address().url();
                run("upgrade", url);
                if (args[0].equals("data")) {
                    importAndExport(folder.resolve(TABLE_FILE), url);
                } else {
                    inspectSchema(folder, url);
                }
            }
        } finally {
            remove(folder);
        }
    }

    private static void importAndExport(Path table, String database) {
        run("import", table.toString(), "--rig", "training", database);
        run("export", "--rig", "training", "--format", "csv", database);
        run("units", "wob");
    }

    private static void inspectSchema(Path scripts, String database) {
        run("version", "--json");
        run("upgrade", database);
        run("current", database);
        run("current", database, "--migrations=" + scripts);
        run("history", database);
        run("history", database, "--json");
        run("current", "--jsno");
    }

    private static void run(String... words) {
        new CommandPrefetch(words).connectInBackground();
        StandardOutput nowhere = new StandardOutput(OutputStream.nullOutputStream());
        DerrickCli.run(new Terminal(InputStream.nullInputStream(), nowhere, nowhere, false, false), words);
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

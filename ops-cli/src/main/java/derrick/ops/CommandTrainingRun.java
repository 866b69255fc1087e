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
 * A run through what commands do, on a database of its own that is thrown away. The launcher makes the JVM's archive of
 * loaded classes from it, so that the real commands start fast. There are two, one for {@code data} and one for the
 * {@code schema}: the JVM goes through all of an archive when it starts.
 */
public final class CommandTrainingRun {
    private static final String TABLE = """
            timestamp,wob [t]
            2026-01-01T00:00:00Z,12.5
            2026-01-01T00:00:01Z,
            """;

    private static final String TABLE_FILE = "rehearsal.csv";
    private static final List<String> SCRIPT_FILES = List.of("V001__rehearse.sql", "U001__rehearse.sql");

    private CommandTrainingRun() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("derrick-rehearsal");
        try {
            // The embedded server may run as another account, which has to get through to its folder.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            Files.writeString(folder.resolve(TABLE_FILE), TABLE);
            for (String script : SCRIPT_FILES) {
                Files.writeString(folder.resolve(script), "SELECT 1;");
            }
            try (Database database = Database.open(new DatabaseChoice.Embedded(folder), line -> {})) {
                // Always named: without this option a command would take the database of DATABASE_URL or .env.
                String url = "--database-url=" + database.address().url();
                run("upgrade", url);
                if (args[0].equals("data")) {
                    moveData(folder.resolve(TABLE_FILE), url);
                } else {
                    askAboutTheSchema(folder, url);
                }
            }
        } finally {
            remove(folder);
        }
    }

    private static void moveData(Path table, String database) {
        run("import", table.toString(), "--rig", "rehearsal", database);
        run("export", "--rig", "rehearsal", "--format", "csv", database);
        run("units", "wob");
    }

    private static void askAboutTheSchema(Path scripts, String database) {
        run("version", "--json");
        run("upgrade", database);
        run("current", database);
        run("current", database, "--migrations=" + scripts);
        run("history", database);
        run("history", database, "--json");
        run("current", "--jsno");
    }

    private static void run(String... words) {
        new CommandPrefetch(words).seekDatabase();
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

package derrick.ops.sensor;

import derrick.migrations.testing.TestDatabase;
import derrick.ops.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Imports files for one rig into a test database.
 *
 * @param rig a rig for each test, so that none sees what another stored
 */
record ImportFixture(TestDatabase database, Path folder, String rig) {
    /** Imports the file with {@code --rig}. */
    Cli load(Path file, String... options) {
        return Cli.run(
                withDatabase(Stream.concat(Stream.of("import", file.toString(), "--rig", rig), Stream.of(options))
                        .toArray(String[]::new)));
    }

    /** Returns the records of the rig as lines of CSV. */
    Stream<String> exported() {
        return Cli.run(withDatabase("export", "--rig", rig, "--format", "csv"))
                .out()
                .lines()
                .skip(1);
    }

    Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    /** Returns the arguments of a command, with the URL of the database. */
    String[] withDatabase(String... words) {
        return Stream.concat(
                        Stream.of(words),
                        Stream.of("--database-url", database.address().url()))
                .toArray(String[]::new);
    }
}

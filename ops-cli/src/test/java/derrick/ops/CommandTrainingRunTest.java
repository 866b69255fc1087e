package derrick.ops;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTrainingRunTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"schema", "data"})
    void theDatabaseOfTheEnvironmentIsNotChanged(String part) throws IOException {
        String url = database.address().url();
        Files.writeString(folder.resolve(".env"), "DATABASE_URL=" + url);
        Path output = folder.resolve("output");
        ProcessBuilder training = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "derrick.ops.CommandTrainingRun",
                        part)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        training.environment().put("DATABASE_URL", url);

        int exitCode = training.start().onExit().join().exitValue();

        assertThat(exitCode).as(Files.readString(output)).isZero();
        assertThat(new Sql(database.dataSource()).rows("""
                SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace
                """)).isEmpty();
    }
}

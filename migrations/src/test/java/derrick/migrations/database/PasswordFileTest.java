package derrick.migrations.database;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** In a process of its own it would be PGPASSFILE; the property is what the driver reads in its place. */
final class PasswordFileTest {
    private static final String PROPERTY = "org.postgresql.pgpassfile";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path folder;

    @AfterEach
    void forget() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void aPasswordThatIsNotGivenIsLookedUp() throws IOException {
        DatabaseAddress all = database.address();
        DatabaseAddress address = new DatabaseAddress(
                all.host(), all.port(), all.database(), all.user(), Optional.empty(), all.parameters());
        Path file = Files.writeString(
                folder.resolve("pgpass"),
                "%s:%d:*:%s:%s%n"
                        .formatted(
                                all.host(),
                                all.port(),
                                all.user(),
                                all.password().orElseThrow()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        System.setProperty(PROPERTY, file.toString());

        assertThat(new Sql(address.dataSource()).rows("SELECT current_user")).containsExactly(all.user());
    }
}

package derrick.migrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.postgres.DatabaseAddress.Server;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sets the property that the driver reads in place of PGPASSFILE. */
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
    void aMissingPasswordIsReadFromTheFile() throws IOException {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HOST:PORT:DATABASE:USER:PASSWORD",
                "*:*:*:*:PASSWORD",
                "# a comment\n\nelsewhere:*:*:*:wrong\nHOST:*:DATABASE:*:PASSWORD\n*:*:*:*:wrong",
            })
    void aPasswordIsReadFromTheNamedFile(String lines) throws IOException {
        Path file = passwordFile(lines);

        assertThat(logsIn(withoutPassword(Map.of("passfile", file.toString())))).isTrue();
        DatabaseAddress all = database.address();
        String url = "postgresql://%s@%s:%d/%s".formatted(all.user(), all.host(), all.port(), all.database());
        assertThat(logsIn(DatabaseAddress.parse(url, Map.of("PGPASSFILE", file.toString()))))
                .isTrue();
    }

    @Test
    void aColonInAPasswordOrANameIsEscaped() throws IOException {
        assertThat(new PasswordFile(passwordFile("::1:5:d:u:wrong\n\\:\\:1:5:d\\\\b:u:a\\:b\\\\c:d"))
                        .password(List.of(new Server("::1", 5)), "d\\b", "u"))
                .contains("a:b\\c:d");
    }

    @Test
    void theFirstServerWithALineDecides() throws IOException {
        PasswordFile file =
                new PasswordFile(passwordFile("two:*:*:*:second\nthree:*:*:*:third\nlocalhost:*:*:*:socket"));

        assertThat(file.password(List.of(new Server("one", 1), new Server("two", 2), new Server("three", 3)), "d", "u"))
                .contains("second");
        assertThat(file.password(List.of(new Server("/run/postgresql", 1)), "d", "u"))
                .contains("socket");
        assertThat(file.password(List.of(new Server("one", 1)), "d", "u")).isEmpty();
    }

    @Test
    void aPasswordInTheUrlComesFirst() throws IOException {
        DatabaseAddress all = database.address();
        assertThat(logsIn(new DatabaseAddress(
                        all.servers(),
                        all.database(),
                        all.user(),
                        all.password(),
                        Map.of("passfile", passwordFile("*:*:*:*:wrong").toString()))))
                .isTrue();
    }

    @Test
    void aMissingFileIsIgnored() {
        DatabaseAddress address =
                withoutPassword(Map.of("passfile", folder.resolve("missing").toString()));

        assertThatThrownBy(() -> Database.open(new DatabaseChoice.External(address, "a test"), line -> {}))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("password");
    }

    @Test
    void aFileThatOthersCanReadIsRejected() throws IOException {
        Path file = passwordFile("*:*:*:*:xyzzy");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> logsIn(withoutPassword(Map.of("passfile", file.toString()))))
                .isInstanceOf(InvalidDatabaseUrl.class)
                .hasMessage("password file %s can be read by other users; run chmod 600 on it", file);
    }

    private Path passwordFile(String lines) throws IOException {
        DatabaseAddress all = database.address();
        Path file = Files.writeString(
                folder.resolve("named"),
                lines.replace("HOST", all.host())
                                .replace("PORT", Integer.toString(all.port()))
                                .replace("DATABASE", all.database())
                                .replace("USER", all.user())
                                .replace("PASSWORD", all.password().orElseThrow())
                        + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private static DatabaseAddress withoutPassword(Map<String, String> parameters) {
        DatabaseAddress all = database.address();
        return new DatabaseAddress(all.servers(), all.database(), all.user(), Optional.empty(), parameters);
    }

    private static boolean logsIn(DatabaseAddress address) {
        return new Sql(address.dataSource()).rows("SELECT current_user").equals(List.of(address.user()));
    }
}

package derrick.migrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.postgres.DatabaseAddress.Server;
import derrick.migrations.postgres.embedded.EmbeddedPostgres;
import derrick.migrations.postgres.embedded.ThrowawayPostgres;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two servers with the same databases and roles, one of them read-only like a standby. */
class SeveralServersTest {
    @RegisterExtension
    static final TestDatabase writable = TestDatabase.empty();

    @TempDir
    static Path folder;

    private static EmbeddedPostgres readOnly;

    @BeforeAll
    static void startTheSecond() throws IOException {
        readOnly = ThrowawayPostgres.open(folder.resolve("second"), line -> {});
        DatabaseAddress second = new DatabaseAddress(
                ThrowawayPostgres.HOST,
                readOnly.port(),
                readOnly.database(),
                readOnly.user(),
                Optional.of(readOnly.password()),
                Map.of());
        new Sql(second.dataSource())
                .run(
                        "CREATE DATABASE " + writable.address().database(),
                        "ALTER DATABASE %s SET default_transaction_read_only = on"
                                .formatted(writable.address().database()),
                        "ALTER ROLE %s PASSWORD '%s'"
                                .formatted(
                                        second.user(),
                                        writable.address().password().orElseThrow()));
    }

    @AfterAll
    static void stopTheSecond() {
        readOnly.close();
    }

    @ParameterizedTest
    @CsvSource({
        "any, false",
        "read-write, false",
        "primary, false",
        "read-only, true",
        "standby, true",
        "prefer-standby, true"
    })
    void theServerWithTheRequestedAttributesIsFound(String kind, boolean isReadOnly) {
        DatabaseAddress address = at(kind, List.of(first(), second()));
        assertThat(answering(address)).isEqualTo(isReadOnly ? readOnly.port() : first().port());
        assertThat(answering(at(kind, List.of(second(), first()))))
                .isEqualTo(isReadOnly || kind.equals("any") ? readOnly.port() : first().port());
    }

    @Test
    void noServerWithTheRequestedAttributesIsReported() {
        assertThatThrownBy(() -> open(at("read-write", List.of(second()))))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageEndingWith(": no server there is read-write")
                .hasMessageNotContaining(readOnly.password());
    }

    @Test
    void aServerThatIsDownIsSkipped() throws IOException {
        Server down = new Server("127.0.0.1", unusedPort());

        assertThat(answering(at("any", List.of(down, first())))).isEqualTo(first().port());
        assertThat(answering(at("any", List.of(new Server("nowhere.invalid", 5432), first()))))
                .isEqualTo(first().port());
        assertThatThrownBy(() -> open(at("any", List.of(down, down))))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("127.0.0.1:%d,127.0.0.1:%d/", down.port(), down.port());
    }

    @Test
    void anAddressIsUsedWithoutLookingUpTheName() {
        DatabaseAddress all = writable.address();
        DatabaseAddress address = new DatabaseAddress(
                "nowhere.invalid",
                all.port(),
                all.database(),
                all.user(),
                all.password(),
                Map.of("hostaddr", "127.0.0.1"));

        assertThat(answering(DatabaseAddress.parse(address.url()))).isEqualTo(all.port());
    }

    private static Server first() {
        return new Server(writable.address().host(), writable.address().port());
    }

    private static Server second() {
        return new Server(ThrowawayPostgres.HOST, readOnly.port());
    }

    private static DatabaseAddress at(String kind, List<Server> servers) {
        DatabaseAddress all = writable.address();
        DatabaseAddress address = new DatabaseAddress(
                servers, all.database(), all.user(), all.password(), Map.of("target_session_attrs", kind));
        return DatabaseAddress.parse(address.url());
    }

    private static int answering(DatabaseAddress address) {
        try (Database database = open(address)) {
            return Integer.parseInt(new Sql(database.dataSource())
                    .rows("SELECT inet_server_port()")
                    .get(0));
        }
    }

    private static Database open(DatabaseAddress address) {
        return Database.open(new DatabaseChoice.External(address, "a test"), line -> {});
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}

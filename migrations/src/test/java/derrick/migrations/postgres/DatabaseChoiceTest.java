package derrick.migrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sets all sources. Each test removes those with a higher priority than its own. */
class DatabaseChoiceTest {
    @TempDir
    private Path working;

    private final Map<String, String> environment = new HashMap<>();

    private final ServerSocket listening = new ServerSocket();

    DatabaseChoiceTest() throws IOException {}

    @AfterEach
    void stopListening() throws IOException {
        listening.close();
    }

    @BeforeEach
    void setEverything() throws IOException {
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        up("postgresql://u:xyzzy@running/db", ProcessHandle.current().pid());
        Files.writeString(working.resolve(".env"), "DATABASE_URL=postgresql://u:xyzzy@dotenv/db\n");
        environment.put("DERRICK_DATA_DIR", "named");
        environment.put("DATABASE_URL", "postgresql://u:xyzzy@environment/db");
        environment.put("PGHOST", "variables");
        environment.put("PGDATABASE", "db");
        environment.put("PGUSER", "u");
        environment.put("PGPASSWORD", "xyzzy");
    }

    @Test
    void theCommandLineComesFirst() {
        assertThat(described(Optional.of("postgresql://u:xyzzy@option/db")))
                .isEqualTo("using postgresql://u@option:5432/db from --database-url");
    }

    @Test
    void thenTheServerThatRunsOnTheNamedFolder() {
        assertThat(described(Optional.empty()))
                .isEqualTo("using postgresql://u@running:5432/db from " + working.resolve("named/derrick.json"));
    }

    @Test
    void aServiceAloneIsNotIgnored() throws IOException {
        Files.delete(working.resolve(".env"));
        environment.clear();
        environment.put("PGSERVICE", "xyzzy");
        assertThatThrownBy(() -> described(Optional.empty()))
                .isInstanceOf(InvalidDatabaseUrl.class)
                .hasMessageStartingWith("PGSERVICE is known to libpq but not supported");
    }

    @Test
    void thenTheUrlOfTheEnvironment() {
        environment.remove("DERRICK_DATA_DIR");
        assertThat(described(Optional.empty())).isEqualTo("using postgresql://u@environment:5432/db from DATABASE_URL");
    }

    @Test
    void aFolderWithoutARunningServerIsSkipped() throws IOException {
        Files.delete(working.resolve("named/derrick.json"));
        assertThat(described(Optional.empty())).isEqualTo("using postgresql://u@environment:5432/db from DATABASE_URL");
    }

    @Test
    void thenTheFileInTheWorkingDirectory() {
        environment.keySet().removeAll(Set.of("DERRICK_DATA_DIR", "DATABASE_URL"));
        assertThat(described(Optional.empty())).isEqualTo("using postgresql://u@dotenv:5432/db from .env");
    }

    @Test
    void thenTheVariablesOfLibpq() throws IOException {
        environment.keySet().removeAll(Set.of("DERRICK_DATA_DIR", "DATABASE_URL"));
        Files.delete(working.resolve(".env"));
        assertThat(described(Optional.empty()))
                .isEqualTo("using postgresql://u@variables:5432/db from the PG* variables");
        environment.remove("PGHOST");
        assertThat(described(Optional.empty()))
                .isEqualTo("using postgresql://u@localhost:5432/db from the PG* variables");
    }

    @Test
    void thenTheEmbeddedPostgresOfTheFolder() throws IOException {
        Files.delete(working.resolve(".env"));
        Files.delete(working.resolve("named/derrick.json"));
        environment.keySet().removeAll(Set.of("DATABASE_URL", "PGHOST", "PGDATABASE"));
        assertThat(choice(Optional.empty())).isEqualTo(new DatabaseChoice.Embedded(working.resolve("named")));
        environment.remove("DERRICK_DATA_DIR");
        assertThat(described(Optional.empty()))
                .isEqualTo("using the embedded PostgreSQL in " + working.resolve(".derrick"));
    }

    @Test
    void theFolderOfTheCommandLineOverridesThatOfTheEnvironment() {
        DatabaseSettings settings =
                new DatabaseSettings(Optional.empty(), Optional.of(Path.of("/mine")), environment, working);
        assertThat(settings.dataDirOrDefault()).isEqualTo(Path.of("/mine"));
    }

    @Test
    void theFoldersOwnServerIsShared() throws IOException {
        Path data = Files.createDirectories(working.resolve("named/postgres/data"));
        up(
                "postgresql://derrick:xyzzy@/derrick?host=" + data,
                ProcessHandle.current().pid());
        assertThat(choice(Optional.empty())).isEqualTo(new DatabaseChoice.Embedded(working.resolve("named")));
    }

    @Test
    void theTcpPortThatAnEarlierVersionWroteIsNotConnectedTo() throws IOException {
        up(
                "postgresql://derrick:xyzzy@127.0.0.1:5999/derrick",
                ProcessHandle.current().pid());
        Path folder = Files.createDirectories(working.resolve("named/postgres"));
        Files.writeString(folder.resolve("password"), "xyzzy\n");
        assertThat(choice(Optional.empty())).isEqualTo(new DatabaseChoice.Embedded(working.resolve("named")));
        Files.writeString(folder.resolve("password"), "other\n");
        assertThat(choice(Optional.empty())).isInstanceOf(DatabaseChoice.External.class);
    }

    @Test
    void aServerThatDoesNotAnswerIsRejected() throws IOException {
        listening.close();
        assertThatThrownBy(() -> choice(Optional.empty()))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessage("no Derrick answers at http://127.0.0.1:" + listening.getLocalPort() + ", which "
                        + working.resolve("named/derrick.json")
                        + " names; start it with ./derrick up, or name --database-url");
        assertThat(described(Optional.of("postgresql://u:xyzzy@option/db"))).contains("--database-url");
    }

    @Test
    void anInvalidAddressDoesNotAnswer() {
        for (String address : new String[] {"", "http://127.0.0.1", "nonsense", "http://[", "http://127.0.0.1:99999"}) {
            new ServerStateFile(ProcessHandle.current().pid(), address, "", "postgresql://u@h/d", true)
                    .write(working.resolve("named"));
            assertThatThrownBy(() -> choice(Optional.empty())).isInstanceOf(DatabaseUnavailable.class);
        }
    }

    @Test
    void anInvalidUrlIsNotSkipped() {
        assertThatThrownBy(() -> choice(Optional.of("xyzzy")))
                .isInstanceOf(InvalidDatabaseUrl.class)
                .hasMessageNotContaining("xyzzy");
    }

    @Test
    void theVariablesMayNameASocketFolder() throws IOException {
        environment.keySet().removeAll(Set.of("DERRICK_DATA_DIR", "DATABASE_URL"));
        Files.delete(working.resolve(".env"));
        environment.put("PGHOST", "/run/postgresql");

        assertThat(choice(Optional.empty()))
                .isInstanceOfSatisfying(
                        DatabaseChoice.External.class,
                        chosen -> assertThat(chosen.address().host()).isEqualTo("/run/postgresql"));
    }

    private void up(String url, long pid) {
        String http = "http://127.0.0.1:" + listening.getLocalPort();
        new ServerStateFile(pid, http, "http://127.0.0.1:2", url, true).write(working.resolve("named"));
    }

    private String described(Optional<String> option) {
        String line = choice(option).described();
        assertThat(line).doesNotContain("xyzzy");
        return line;
    }

    private DatabaseChoice choice(Optional<String> option) {
        return DatabaseChoice.from(new DatabaseSettings(option, Optional.empty(), environment, working));
    }
}

package derrick.api.database;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.api.ServedApi;
import derrick.api.ServedApi.Answer;
import derrick.migrations.postgres.DatabaseAddress;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LostDatabaseTest {
    private static final String LATEST = "/api/v1/sensor-data/latest";

    @RegisterExtension
    static final ServedApi api = ServedApi.create();

    @Test
    void theServerReturns503UntilTheDatabaseIsBack() throws SQLException {
        assertThat(api.get(LATEST).status()).isEqualTo(200);
        assertThat(api.health().status()).isEqualTo(200);
        executeInPostgres(
                "ALTER DATABASE %s ALLOW_CONNECTIONS false",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity" + " WHERE datname = '%s'");
        assertUnavailable(api.get(LATEST));
        assertUnavailable(
                api.post("application/json", "{\"rig_id\":\"lost\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"wob\":1}"));
        assertThat(api.health().status()).isEqualTo(503);
        assertThat(api.health().body().at("/database/healthy").asBoolean()).isFalse();
        executeInPostgres("ALTER DATABASE %s ALLOW_CONNECTIONS true");
        assertThat(api.get(LATEST).status()).isEqualTo(200);
        assertThat(api.health().status()).isEqualTo(200);
    }

    @Test
    void brokenIdleConnectionsAreReplaced() throws SQLException {
        assertThat(api.get(LATEST).status()).isEqualTo(200);
        executeInPostgres("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'");
        assertThat(api.get(LATEST).status()).isEqualTo(200);
    }

    @Test
    void aRequestWithoutAFreeConnectionGets503AfterASecond() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            for (int i = 0; i < ConnectionPool.SIZE; i++) {
                taken.add(api.pool().connections().getConnection());
            }
            long start = System.nanoTime();
            assertUnavailable(api.get(LATEST));
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
            assertThat(api.health().status()).isEqualTo(503);
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
        assertThat(api.get(LATEST).status()).isEqualTo(200);
    }

    @Test
    void aReadOnlyDatabaseIsReadButUnhealthy() throws SQLException {
        executeInPostgres(
                "ALTER DATABASE %s SET default_transaction_read_only = on",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'");
        try {
            assertUnavailable(api.post(
                    "application/json", "{\"rig_id\":\"kept\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"wob\":1}"));
            assertUnavailable(api.post(
                    "application/x-ndjson",
                    "{\"rig_id\":\"kept\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"wob\":1}\n"));
            assertThat(api.get(LATEST).status()).isEqualTo(200);
            assertThat(api.health().status()).isEqualTo(503);
            assertThat(api.health().body().at("/database/message").asText()).isEqualTo("the database is read-only");
        } finally {
            executeInPostgres(
                    "ALTER DATABASE %s RESET default_transaction_read_only",
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'");
        }
        assertThat(api.health().status()).isEqualTo(200);
    }

    @Test
    void aConnectionHasTimeouts() throws SQLException {
        try (Connection connection = api.pool().connections().getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT current_setting('statement_timeout') || ' '"
                        + " || current_setting('lock_timeout') || ' '"
                        + " || current_setting('idle_in_transaction_session_timeout')")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("30s 5s 30s");
            assertThat(connection.getNetworkTimeout()).isEqualTo(40_000);
        }
    }

    @Test
    void anUnexpectedErrorIsDescribedInTheLogOnly() throws SQLException, IOException {
        execute(api.database().address(), "ALTER TABLE sensor_data RENAME TO elsewhere");
        try {
            Answer answer = api.get("/api/v1/sensor-data?rig_id=a");
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body().get("type").asText()).isEqualTo("urn:derrick:problem:internal-error");
            assertThat(answer.response().body()).doesNotContain("sensor_data", "SELECT", "derrick.", "Exception");
            String trace = answer.body().get("trace_id").asText();
            assertThat(api.logWith(trace)).contains(trace, "sensor_data");
        } finally {
            execute(api.database().address(), "ALTER TABLE elsewhere RENAME TO sensor_data");
        }
    }

    private static void assertUnavailable(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.body().get("type").asText()).isEqualTo("urn:derrick:problem:unavailable");
        assertThat(answer.response().body()).doesNotContain("SELECT", "127.0.0.1", "Exception");
    }

    /** Executes statements in another database of the same server. */
    private static void executeInPostgres(String... statements) throws SQLException {
        DatabaseAddress address = api.database().address();
        DatabaseAddress other = address.beside("postgres");
        for (String statement : statements) {
            execute(other, statement.formatted(address.database()));
        }
    }

    private static void execute(DatabaseAddress where, String sql) throws SQLException {
        try (Connection connection = where.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package derrick.migrations.sql;

import static derrick.migrations.sql.Transactionality.NON_TRANSACTIONAL;
import static derrick.migrations.sql.Transactionality.TRANSACTIONAL;
import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.postgres.DatabaseAddress;
import derrick.migrations.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares the classification with the behaviour of a server: the embedded one, or that of DERRICK_TEST_DATABASE_URL,
 * an empty database of a superuser, which may have another version.
 */
class TransactionalityTest {
    @RegisterExtension
    static final TestDatabase embedded = TestDatabase.empty();

    private static final String ACTIVE_SQL_TRANSACTION = "25001";
    private static final String INVALID_TRANSACTION_TERMINATION = "2D000";
    private static final String SYNTAX_ERROR = "42601";
    private static DataSource database;

    @BeforeAll
    static void createObjects() throws SQLException {
        database = Optional.ofNullable(System.getenv("DERRICK_TEST_DATABASE_URL"))
                .map(url -> DatabaseAddress.parse(url).dataSource())
                .orElseGet(embedded::dataSource);
        for (String sql : SqlScript.parse("""
                        CREATE TABLE t (id int PRIMARY KEY, at date);
                        CREATE INDEX i ON t (at);
                        CREATE TABLE p (id int) PARTITION BY RANGE (id);
                        CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (2);
                        CREATE MATERIALIZED VIEW m AS SELECT 1 AS one;
                        CREATE UNIQUE INDEX ON m (one);
                        CREATE TYPE e AS ENUM ('a');
                        CREATE PROCEDURE c() LANGUAGE sql AS '';
                        CREATE SUBSCRIPTION s CONNECTION 'host=/nowhere' PUBLICATION p WITH (connect = false);
                        CREATE SUBSCRIPTION on_s CONNECTION 'host=/nowhere' PUBLICATION p WITH (connect = false);
                        ALTER SUBSCRIPTION on_s ENABLE""").statements().stream()
                .map(derrick.migrations.sql.Statement::text)
                .toList()) {
            run(sql);
        }
    }

    @AfterAll
    static void dropSubscriptions() throws SQLException {
        for (String name : new String[] {"s", "on_s"}) {
            run("ALTER SUBSCRIPTION " + name + " DISABLE");
            run("ALTER SUBSCRIPTION " + name + " SET (slot_name = NONE)");
            run("DROP SUBSCRIPTION " + name);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX CONCURRENTLY ON t (at)",
                "create /* comment */ unique index concurrently if not exists u on t (at)",
                "DROP INDEX CONCURRENTLY i",
                "REINDEX TABLE CONCURRENTLY t",
                "REINDEX INDEX CONCURRENTLY i",
                "REINDEX (CONCURRENTLY) TABLE t",
                "REINDEX (VERBOSE, CONCURRENTLY on) INDEX i",
                "REINDEX SCHEMA public",
                "REINDEX (VERBOSE) DATABASE postgres",
                "REINDEX SYSTEM postgres",
                "ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY",
                "ALTER TABLE IF EXISTS public.p DETACH PARTITION public.p1 CONCURRENTLY",
                "DO $$ BEGIN LOOP PERFORM 1; COMMIT; END LOOP; END $$",
                "do language plpgsql 'begin\n  commit ;\nend'",
                "DO $do$ BEGIN PERFORM ''; -- next\n COMMIT AND CHAIN; END $do$",
                "DO $$ BEGIN IF true THEN /* no */ ROLLBACK; END IF; END $$",
                "VACUUM",
                "VACUUM (ANALYZE) t",
                "VACUUM FULL t",
                "ALTER SYSTEM SET work_mem = '4MB'",
                "CREATE DATABASE other",
                "DROP DATABASE other",
                "DROP DATABASE IF EXISTS other",
                "ALTER DATABASE postgres SET TABLESPACE pg_default",
                "CREATE TABLESPACE other LOCATION '/nowhere'",
                "DROP TABLESPACE other",
                "CLUSTER",
                "CLUSTER VERBOSE",
                "DISCARD ALL",
                "COMMIT PREPARED 'x'",
                "ROLLBACK PREPARED 'x'",
                "CREATE SUBSCRIPTION x CONNECTION 'host=/nowhere' PUBLICATION p",
                "CREATE SUBSCRIPTION x CONNECTION 'host=/nowhere' PUBLICATION p WITH (copy_data = false)",
                "DROP SUBSCRIPTION s",
                "ALTER SUBSCRIPTION on_s REFRESH PUBLICATION",
                "ALTER SUBSCRIPTION on_s SET PUBLICATION q",
                "ALTER SUBSCRIPTION on_s ADD PUBLICATION q WITH (copy_data = false)",
            })
    void nonTransactionalStatementsFailInATransaction(String sql) {
        assertThat(Transactionality.of(only(sql))).isEqualTo(NON_TRANSACTIONAL);
        assertThat(stateInTransaction(sql)).get().isIn(ACTIVE_SQL_TRANSACTION, INVALID_TRANSACTION_TERMINATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER SUBSCRIPTION s SET (failover = true)",
                "ALTER SUBSCRIPTION s SET (two_phase = false)",
                "CLUSTER (VERBOSE)"
            })
    void nonTransactionalStatementsOfNewerServersFailInATransaction(String sql) {
        assertThat(Transactionality.of(only(sql))).isEqualTo(NON_TRANSACTIONAL);
        assertThat(stateInTransaction(sql).orElse("")).isIn(ACTIVE_SQL_TRANSACTION, SYNTAX_ERROR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX ON t (at)",
                "CREATE TABLE concurrently_made (concurrently_too int)",
                "DROP INDEX i",
                "REINDEX TABLE t",
                "REINDEX (CONCURRENTLY false) TABLE t",
                "REINDEX INDEX i",
                "ALTER TABLE p DETACH PARTITION p1",
                "ALTER TABLE p DETACH PARTITION p1 FINALIZE",
                "ALTER TYPE e ADD VALUE 'b'",
                "REFRESH MATERIALIZED VIEW CONCURRENTLY m",
                "ANALYZE",
                "CLUSTER t USING i",
                "CALL c()",
                "ALTER DATABASE postgres SET work_mem = '4MB'",
                "DISCARD PLANS",
                "CHECKPOINT",
                "CREATE SUBSCRIPTION y CONNECTION 'host=/nowhere' PUBLICATION p WITH (connect = false)",
                "CREATE SUBSCRIPTION y CONNECTION 'host=/nowhere' PUBLICATION p"
                        + " WITH (create_slot = off, enabled = off, connect = 0)",
                "ALTER SUBSCRIPTION on_s SET PUBLICATION q WITH (refresh = false)",
                "ALTER SUBSCRIPTION s SET (synchronous_commit = off)",
                "ALTER SUBSCRIPTION s DISABLE",
                "COMMENT ON TABLE t IS 'CREATE INDEX CONCURRENTLY'",
                "SELECT 'VACUUM'",
                "DO $$ BEGIN RAISE NOTICE 'commit; or not'; END $$",
                "DO $$ BEGIN /* ; COMMIT; */ PERFORM a.commit; END $$",
                "DO 'not SQL: \"'",
                "SELECT 'COMMIT;'",
                "PREPARE TRANSACTION 'x'",
            })
    void transactionalStatementsRunInATransaction(String sql) {
        assertThat(Transactionality.of(only(sql))).isEqualTo(TRANSACTIONAL);
        assertThat(stateInTransaction(sql)).isNotEqualTo(Optional.of(ACTIVE_SQL_TRANSACTION));
    }

    private static derrick.migrations.sql.Statement only(String sql) {
        return SqlScript.parse(sql).statements().get(0);
    }

    /** Returns the SQLSTATE if the statement fails inside a transaction. */
    private static Optional<String> stateInTransaction(String sql) {
        return rolledBack(connection -> {
            try (Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("SELECT 1");
                statement.execute(sql);
                return Optional.empty();
            } catch (SQLException failure) {
                return Optional.ofNullable(failure.getSQLState());
            }
        });
    }

    private static Optional<String> rolledBack(Function<Connection, Optional<String>> work) {
        try (Connection connection = database.getConnection()) {
            Optional<String> state = work.apply(connection);
            connection.rollback();
            return state;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

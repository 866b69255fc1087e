package derrick.migrations.lint;

import derrick.migrations.sql.SqlScript;
import derrick.migrations.sql.Statement;
import derrick.migrations.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Tables that exist before the statement of a test, and queries of the server after it. */
final class OldTables {
    /** The script of the revision that creates them. */
    static final String SQL = RuleCases.BEFORE + """
                    INSERT INTO old VALUES (1, 'one', 1.25, 1, now());
                    INSERT INTO other VALUES (1);
                    CREATE TABLE alone (id bigint);
                    CREATE TABLE checked (id bigint, CHECK (id IS NOT NULL AND id >= 10 AND id < 20));
                    CREATE TABLE ready (id bigint, CHECK (id IS NOT NULL AND id >= 10 AND id < 20));
                    CREATE INDEX ON ready (id);
                    INSERT INTO ready VALUES (12);
                    CREATE TABLE p0 PARTITION OF parts FOR VALUES FROM (0) TO (1);
                    CREATE TABLE spread (id bigint) PARTITION BY RANGE (id);
                    CREATE TABLE spread_rest PARTITION OF spread DEFAULT;
                    CREATE TABLE measured (depth pos, width tiny, note plain);
                    INSERT INTO alone VALUES (12);
                    INSERT INTO checked VALUES (12);
                    INSERT INTO measured VALUES (1, 1, 1);
                    INSERT INTO spread VALUES (1);
                    CREATE INDEX i ON old (n);
                    CREATE UNIQUE INDEX old_id_n ON old (id, n);
                    CREATE UNIQUE INDEX old_id ON old (id);
                    CREATE SEQUENCE s;
                    CREATE SCHEMA attic;
                    CREATE MATERIALIZED VIEW m AS SELECT 1 AS one;
                    CREATE UNIQUE INDEX ON m (one);
                    CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
                    CREATE POLICY p ON old;
                    CREATE TYPE pair AS (a int, b int);
                    CREATE TABLE typed OF pair;
                    INSERT INTO typed VALUES (1, 2);
                    CREATE TYPE apart AS (a int);
                    CREATE RULE r AS ON UPDATE TO other DO ALSO NOTHING;
                    CREATE TABLE computed (id bigint, twice bigint GENERATED ALWAYS AS (id * 2) STORED);
                    INSERT INTO computed VALUES (1);
                    ALTER TABLE old ADD CONSTRAINT unchecked CHECK (n > 0) NOT VALID;
                    ALTER TABLE old ADD CONSTRAINT loose FOREIGN KEY (n) REFERENCES other NOT ENFORCED
                    """;

    private OldTables() {}

    static void create(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            for (Statement statement : SqlScript.parse(SQL).statements()) {
                connection.createStatement().execute(statement.text());
            }
            // An in-place tablespace needs no folder of its own.
            connection.createStatement().execute("SET allow_in_place_tablespaces = on");
            // A tablespace belongs to the server, which the test classes of a JVM share.
            try (ResultSet existing =
                    connection.createStatement().executeQuery("SELECT FROM pg_tablespace WHERE spcname = 'fast'")) {
                if (!existing.next()) {
                    connection.createStatement().execute("CREATE TABLESPACE fast LOCATION ''");
                }
            }
        }
    }

    /** Runs a statement and a query after it in a transaction that is rolled back. */
    static boolean inTransaction(TestDatabase database, String sql, String query) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                java.sql.Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    CREATE TEMP TABLE old_relation ON COMMIT DROP AS
                    SELECT oid, relname AS name, relkind AS kind, pg_relation_filenode(oid) AS file
                    FROM pg_class
                    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'm', 'i')""");
            statement.execute(sql);
            try (ResultSet row = statement.executeQuery(query)) {
                row.next();
                return row.getBoolean(1);
            } finally {
                connection.rollback();
            }
        }
    }
}

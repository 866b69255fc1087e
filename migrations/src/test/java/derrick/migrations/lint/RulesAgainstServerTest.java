package derrick.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.sql.SqlScript;
import derrick.migrations.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares what the rules say about locks, scans and rewrites with the behaviour of the server. */
class RulesAgainstServerTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.empty();

    /** Findings about scans and rewrites under a blocking lock. */
    private static final String WHOLE_TABLE = "(index-not-concurrent|foreign-key-validates|check-validates"
            + "|unique-builds-index|exclude-builds-index|domain-validates|set-not-null-scans|column-rewrites-table"
            + "|type-change|cluster-rewrites-table|storage-rewrites-table|index-tablespace|refresh-not-concurrent"
            + "|truncate-table|attach-scans-partition|attach-builds-index|default-partition-scanned"
            + "|partitioned-index):1";

    static final List<String> LOCK_CASES = List.of(
            "ALTER TABLE old ADD c int",
            "ALTER TABLE old RENAME n TO k",
            "ALTER TABLE old RENAME TO older",
            "ALTER TABLE old DROP n",
            "ALTER TABLE old ADD FOREIGN KEY (n) REFERENCES other NOT VALID",
            "ALTER TABLE old VALIDATE CONSTRAINT unchecked, ADD c int",
            "ALTER TABLE old VALIDATE CONSTRAINT unchecked",
            "ALTER TABLE old SET (fillfactor = 70)",
            "ALTER TABLE old RESET (fillfactor)",
            "ALTER TABLE old ALTER n SET STATISTICS 500",
            "ALTER TABLE old CLUSTER ON i",
            "ALTER TABLE old SET WITHOUT CLUSTER",
            "ALTER TABLE old ENABLE ROW LEVEL SECURITY",
            "ALTER TABLE parts ATTACH PARTITION alone DEFAULT",
            "ALTER TABLE parts DETACH PARTITION p0",
            "CREATE TABLE fresh (o bigint REFERENCES other)",
            "CREATE TABLE fresh (o bigint)",
            "CREATE TABLE p1 PARTITION OF parts DEFAULT",
            "CREATE TABLE copy AS SELECT * FROM old",
            "CREATE INDEX ON old (name)",
            "CREATE INDEX ON ONLY parts (id)",
            "CREATE VIEW v AS SELECT * FROM old",
            "CREATE TRIGGER t BEFORE INSERT OR UPDATE ON old FOR EACH ROW EXECUTE FUNCTION f()",
            "CREATE POLICY q ON old",
            "DROP POLICY p ON old",
            "DROP INDEX i",
            "DROP TABLE old",
            "DROP MATERIALIZED VIEW m",
            "TRUNCATE old, other",
            "LOCK TABLE old",
            "CLUSTER old USING old_pkey",
            "REINDEX TABLE old",
            "REFRESH MATERIALIZED VIEW m",
            "REFRESH MATERIALIZED VIEW CONCURRENTLY m",
            "REINDEX INDEX i",
            "ALTER MATERIALIZED VIEW m SET TABLESPACE fast",
            "ALTER TABLE old ALTER n SET (n_distinct = 5)",
            "ALTER TABLE old ALTER name SET STORAGE EXTERNAL",
            "ALTER TABLE old SET UNLOGGED",
            "ALTER DOMAIN pos ADD CHECK (VALUE < 9)",
            "ALTER DOMAIN pos ADD CHECK (VALUE < 9) NOT VALID",
            "ALTER DOMAIN plain SET NOT NULL",
            "ALTER TYPE pair ADD ATTRIBUTE c int CASCADE",
            "ALTER TYPE apart ADD ATTRIBUTE c int",
            "CREATE RULE q AS ON DELETE TO other DO ALSO NOTHING",
            "DROP RULE r ON other",
            "LOCK TABLE old IN SHARE MODE",
            "LOCK TABLE old IN SHARE UPDATE EXCLUSIVE MODE",
            "COMMENT ON TABLE old IS 'DROP TABLE old'",
            "ANALYZE old",
            "INSERT INTO old VALUES (2)",
            "UPDATE old SET n = 2",
            "SELECT * FROM old",
            "GRANT SELECT ON old TO PUBLIC");

    static final List<String> SCAN_CASES = List.of(
            "CLUSTER old USING old_pkey",
            "ALTER TABLE old CLUSTER ON i",
            "ALTER TABLE alone SET UNLOGGED",
            "ALTER TABLE old SET TABLESPACE fast",
            "ALTER TABLE parts SET TABLESPACE fast",
            "ALTER TABLE old SET (fillfactor = 70)",
            "ALTER MATERIALIZED VIEW m SET TABLESPACE fast",
            "ALTER INDEX i SET TABLESPACE fast",
            "ALTER INDEX i SET (fillfactor = 70)",
            "REINDEX INDEX i",
            "REINDEX TABLE old",
            "REFRESH MATERIALIZED VIEW m",
            "REFRESH MATERIALIZED VIEW CONCURRENTLY m",
            "TRUNCATE old",
            "CREATE INDEX ON old (name)",
            "CREATE INDEX ON ONLY old (name)",
            "CREATE INDEX ON parts (id)",
            "CREATE INDEX ON ONLY parts (id)",
            "ALTER TABLE old ADD CHECK (n > 0)",
            "ALTER TABLE old ADD CHECK (n > 0) NOT VALID",
            "ALTER TABLE old ADD CHECK (n > 0) NOT ENFORCED",
            "ALTER TABLE old VALIDATE CONSTRAINT unchecked",
            "ALTER TABLE old ADD UNIQUE (n)",
            "ALTER TABLE old ADD EXCLUDE (n WITH =)",
            "ALTER TABLE old ADD FOREIGN KEY (n) REFERENCES other",
            "ALTER TABLE old ADD FOREIGN KEY (n) REFERENCES other NOT VALID",
            "ALTER TABLE old ALTER CONSTRAINT loose ENFORCED",
            "ALTER TABLE old ALTER name SET NOT NULL",
            "ALTER TABLE old ALTER id SET NOT NULL",
            "ALTER TABLE old DROP CONSTRAINT old_pkey, ADD PRIMARY KEY USING INDEX old_id_n",
            "ALTER TABLE old DROP CONSTRAINT old_pkey, ADD PRIMARY KEY USING INDEX old_id",
            "ALTER TABLE old ALTER name SET STORAGE EXTERNAL",
            "ALTER TABLE old ALTER name SET STATISTICS 500",
            "ALTER TABLE old ALTER name SET DEFAULT 'x'",
            "ALTER TABLE old ADD c int NOT NULL DEFAULT 5",
            "ALTER TABLE old ADD c pos",
            "ALTER TABLE old ADD c pos DEFAULT 1",
            "ALTER TABLE old ADD c tiny DEFAULT 1",
            "ALTER TABLE old ADD c plain DEFAULT 1",
            "ALTER TABLE old ADD c pos[] DEFAULT '{1}'",
            "ALTER TABLE old ADD c bigint GENERATED ALWAYS AS (id + 1) VIRTUAL",
            "ALTER TABLE old ADD c bigint GENERATED ALWAYS AS (id + 1) VIRTUAL NOT NULL",
            "ALTER TABLE old ADD c int CHECK (c > 0)",
            "ALTER TABLE old ALTER n TYPE pos",
            "ALTER TABLE computed ALTER twice SET EXPRESSION AS (id * 3)",
            "ALTER TABLE computed ALTER twice DROP EXPRESSION",
            "ALTER TABLE old DROP n",
            "ALTER TABLE old RENAME n TO k",
            "ALTER TABLE old SET SCHEMA attic",
            "ALTER DOMAIN pos ADD CHECK (VALUE < 9)",
            "ALTER DOMAIN pos ADD CHECK (VALUE < 9) NOT VALID",
            "ALTER DOMAIN plain SET NOT NULL",
            "ALTER DOMAIN pos SET DEFAULT 1",
            "ALTER TYPE pair ALTER ATTRIBUTE a TYPE bigint CASCADE",
            "ALTER TYPE pair ADD ATTRIBUTE c int CASCADE",
            "ALTER TYPE apart ALTER ATTRIBUTE a TYPE bigint",
            "ALTER TABLE parts ATTACH PARTITION alone FOR VALUES FROM (10) TO (20)",
            "ALTER TABLE parts ATTACH PARTITION alone DEFAULT",
            "ALTER TABLE parts ATTACH PARTITION checked FOR VALUES FROM (10) TO (20)",
            "ALTER TABLE parts ATTACH PARTITION ready FOR VALUES FROM (10) TO (20)",
            "ALTER TABLE parts DETACH PARTITION p0",
            "CREATE TABLE p1 PARTITION OF parts DEFAULT",
            "CREATE TABLE p1 PARTITION OF spread FOR VALUES FROM (10) TO (20)",
            "CREATE TABLE copy AS SELECT * FROM old",
            "CREATE MATERIALIZED VIEW copy AS SELECT * FROM old",
            "CREATE TABLE fresh (o bigint REFERENCES other)",
            "CREATE TRIGGER t BEFORE INSERT OR UPDATE ON old FOR EACH ROW EXECUTE FUNCTION f()",
            "CREATE RULE q AS ON DELETE TO other DO ALSO NOTHING",
            "CREATE STATISTICS ON id, n FROM old",
            "DROP INDEX i",
            "ANALYZE old",
            "UPDATE old SET n = 2",
            "COMMENT ON TABLE old IS 'x'");

    @BeforeAll
    static void createOldTables() throws SQLException {
        OldTables.create(database);
    }

    @ParameterizedTest
    @FieldSource("LOCK_CASES")
    void aBlockingLockIsReportedIfTheServerTakesOne(String sql) throws SQLException {
        StatementContext context = LintedFile.of(SqlScript.parse(sql), SchemaState.UNKNOWN, true, true, true)
                .contexts()
                .get(0);
        boolean taken = OldTables.inTransaction(database, sql, """
                SELECT EXISTS (
                    SELECT FROM pg_locks JOIN old_relation ON oid = relation
                    WHERE pid = pg_backend_pid()
                        AND (mode = 'AccessExclusiveLock'
                            OR (mode IN ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock') AND kind <> 'm')))
                """);
        assertThat(context.locksOldTable()).as(sql).isEqualTo(taken);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE old ADD c serial",
                "ALTER TABLE old ADD c bigint GENERATED BY DEFAULT AS IDENTITY",
                "ALTER TABLE old ADD c text GENERATED ALWAYS AS (lower(name)) STORED",
                "ALTER TABLE old ADD c text GENERATED ALWAYS AS (lower(name)) VIRTUAL",
                "ALTER TABLE old ADD c uuid DEFAULT gen_random_uuid()",
                "ALTER TABLE old ADD c int DEFAULT (1 + nextval('s'))",
                "ALTER TABLE old ADD c timestamptz NOT NULL DEFAULT clock_timestamp()",
                "ALTER TABLE old ADD c timestamptz DEFAULT now()",
                "ALTER TABLE old ADD c timestamptz(3) DEFAULT CURRENT_TIMESTAMP(3)",
                "ALTER TABLE old ADD c varchar(10) DEFAULT 'random()'::varchar(10)",
                "ALTER TABLE old ADD c jsonb DEFAULT jsonb_build_object('a', 1)",
                "ALTER TABLE old ADD c numeric NOT NULL DEFAULT round(1.5, 0)",
                "ALTER TABLE old ADD c int",
                "ALTER TABLE old ALTER name TYPE varchar(50)",
                "ALTER TABLE old ALTER name TYPE varchar",
                "ALTER TABLE old ALTER name TYPE text",
                "ALTER TABLE old ALTER name TYPE varchar(10)",
                "ALTER TABLE old ALTER name TYPE char(30)",
                "ALTER TABLE old ALTER price TYPE numeric(10,2)",
                "ALTER TABLE old ALTER price TYPE numeric",
                "ALTER TABLE old ALTER price TYPE numeric(10,3)",
                "ALTER TABLE old ALTER price TYPE numeric(7,2)",
                "ALTER TABLE old ALTER n TYPE bigint",
                "ALTER TABLE old ALTER n TYPE integer",
                "ALTER TABLE old ALTER at TYPE timestamptz(3)",
            })
    void aRewriteIsReportedIfTheServerRewritesTheTable(String sql) throws SQLException {
        boolean rewritten = OldTables.inTransaction(
                database, sql, "SELECT pg_relation_filenode('old') <> file FROM old_relation WHERE name = 'old'");
        assertThat(RuleCases.findings(sql).stream()
                        .anyMatch(finding -> finding.matches("(type-change|column-rewrites-table):1")))
                .as(sql)
                .isEqualTo(rewritten);
    }

    @ParameterizedTest
    @FieldSource("SCAN_CASES")
    void aScanUnderALockIsReportedIfTheServerScansTheTable(String sql) throws SQLException {
        boolean scanned = OldTables.inTransaction(database, sql, """
                SELECT EXISTS (
                    SELECT FROM pg_locks JOIN old_relation ON oid = relation
                    WHERE pid = pg_backend_pid()
                        AND (mode = 'AccessExclusiveLock'
                            OR (mode IN ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock') AND kind <> 'm'))
                        AND (pg_stat_get_xact_numscans(oid) > 0 OR pg_relation_filenode(oid) <> file))
                """);
        assertThat(RuleCases.findingsAfter(OldTables.SQL, sql).stream()
                        .anyMatch(finding -> finding.matches(WHOLE_TABLE)))
                .as(sql)
                .isEqualTo(scanned);
    }
}

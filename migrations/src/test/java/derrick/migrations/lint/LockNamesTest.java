package derrick.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the locks that the messages of the rules name with those that the server takes. */
class LockNamesTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.empty();

    /** The blocking locks, the strongest first. */
    private static final List<String> LOCKS = List.of("ACCESS EXCLUSIVE", "SHARE ROW EXCLUSIVE", "SHARE");

    @BeforeAll
    static void createOldTables() throws SQLException {
        OldTables.create(database);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "foreign-key-validates|ALTER TABLE old ADD FOREIGN KEY (n) REFERENCES other",
                "foreign-key-validates|ALTER TABLE old ADD c bigint DEFAULT 1 REFERENCES other",
                "foreign-key-validates|ALTER TABLE old ALTER CONSTRAINT loose ENFORCED",
                "check-validates|ALTER TABLE old ADD CHECK (n > 0)",
                "unique-builds-index|ALTER TABLE old ADD UNIQUE (n)",
                "exclude-builds-index|ALTER TABLE old ADD EXCLUDE (n WITH =)",
                "domain-validates|ALTER DOMAIN pos ADD CHECK (VALUE < 9)",
                "set-not-null-scans|ALTER TABLE old ALTER name SET NOT NULL",
                "index-not-concurrent|CREATE INDEX ON old (name)",
                "index-not-concurrent|REINDEX INDEX i",
                "drop-index-not-concurrent|DROP INDEX i",
                "column-rewrites-table|ALTER TABLE old ADD c serial",
                "type-change|ALTER TABLE old ALTER n TYPE bigint",
                "cluster-rewrites-table|CLUSTER old USING old_pkey",
                "storage-rewrites-table|ALTER TABLE old SET TABLESPACE fast",
                "refresh-not-concurrent|REFRESH MATERIALIZED VIEW m",
                "truncate-table|TRUNCATE old",
                "attach-scans-partition|ALTER TABLE parts ATTACH PARTITION alone FOR VALUES FROM (10) TO (20)",
                "default-partition-scanned|CREATE TABLE p1 PARTITION OF spread FOR VALUES FROM (10) TO (20)",
                "partitioned-index|CREATE INDEX ON parts (id)",
                "drop-partitioned-index|DROP INDEX parts_id",
                "detach-not-concurrent|ALTER TABLE parts DETACH PARTITION p0",
            })
    void theLockThatARuleNamesIsTheStrongestThatTheServerTakes(String rule, String sql) throws SQLException {
        String why = Rules.ALL.stream()
                .filter(found -> found.id().equals(rule))
                .map(Rule::why)
                .findFirst()
                .orElseThrow();
        String named = LOCKS.stream().filter(why::contains).findFirst().orElseThrow();
        String taken =
                LOCKS.stream().filter(lock -> takes(sql, lock)).findFirst().orElseThrow();

        assertThat(RuleCases.findingsAfter(OldTables.SQL, sql)).contains(rule + ":1");
        if (why.contains("or stronger")) {
            assertThat(LOCKS.indexOf(taken)).as(taken).isLessThanOrEqualTo(LOCKS.indexOf(named));
        } else {
            assertThat(taken).isEqualTo(named);
        }
    }

    private static boolean takes(String sql, String lock) {
        try {
            return OldTables.inTransaction(
                    database, sql, """
                    SELECT EXISTS (
                        SELECT FROM pg_locks JOIN old_relation ON oid = relation
                        WHERE pid = pg_backend_pid() AND kind <> 'i' AND lower(mode) = '%s')
                    """.formatted(lock.replace(" ", "").toLowerCase(Locale.ROOT) + "lock"));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

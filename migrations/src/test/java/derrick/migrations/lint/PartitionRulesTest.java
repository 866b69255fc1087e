package derrick.migrations.lint;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionRulesTest {
    private static final String BOUNDS = "CHECK (id IS NOT NULL AND id >= 10 AND id < 20)";
    private static final String ATTACH = "ALTER TABLE parts ATTACH PARTITION p FOR VALUES FROM (10) TO (20)";
    private static final String DEFAULT = "ALTER TABLE parts ATTACH PARTITION rest DEFAULT";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "attach-scans-partition | `ATTACH`",
                "attach-scans-partition | `ALTER TABLE parts ATTACH PARTITION old FOR VALUES FROM (MINVALUE) TO "
                        + "(MAXVALUE)`",
                "attach-scans-partition | `ALTER TABLE parts ATTACH PARTITION old DEFAULT`",
                "attach-scans-partition | `ALTER TABLE p ADD CONSTRAINT c BOUNDS NOT VALID;\nATTACH`",
                "attach-scans-partition | `ALTER TABLE p ADD CHECK (id >= 10 AND id < 20);\nATTACH`",
                "attach-scans-partition | `ALTER TABLE p ADD CHECK (id IS NOT NULL AND id >= 10 AND id < "
                        + "30);\nATTACH`",
                "attach-scans-partition | `ALTER TABLE p ADD CHECK (n IS NOT NULL AND n >= 10 AND n < 20);\nATTACH`",
                "attach-scans-partition | `ALTER TABLE p ADD CONSTRAINT c BOUNDS; ALTER TABLE p DROP CONSTRAINT "
                        + "c;\nATTACH`",
                "attach-builds-index | `ATTACH`",
                "attach-builds-index | `CREATE UNIQUE INDEX ON p (id);\nATTACH`",
                "attach-builds-index | `CREATE INDEX ON p (id); ALTER TABLE ONLY parts ADD PRIMARY KEY (id);\nATTACH`",
                "attach-builds-index | `CREATE INDEX i ON p (id); DROP INDEX i;\nATTACH`",
                "default-partition-scanned | `DEFAULT;\nATTACH`",
                "default-partition-scanned | `DEFAULT;\nCREATE TABLE p PARTITION OF parts FOR VALUES FROM (10) "
                        + "TO (20)`",
                "default-partition-scanned | `DEFAULT; ALTER TABLE rest ADD CHECK (id IS NULL OR id < 10);\nATTACH`",
                "partitioned-index | `CREATE INDEX i ON parts (id)`",
                "partitioned-index | `CREATE UNIQUE INDEX CONCURRENTLY ON parts (id)`",
                "drop-partitioned-index | `DROP INDEX parts_id`",
                "drop-partitioned-index | `DROP INDEX CONCURRENTLY IF EXISTS parts_id`",
                "drop-partitioned-index | `SELECT 1;\nDROP INDEX i, public.parts_id`",
                "detach-not-concurrent | `ALTER TABLE parts DETACH PARTITION p1`",
            })
    void aScannedPartitionIsFound(String rule, String sql) {
        RuleCases.assertFound(rule, written(sql));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "attach-scans-partition | `CREATE TABLE p (id bigint); ATTACH`",
                "attach-scans-partition | `ALTER TABLE p ADD CONSTRAINT c BOUNDS NOT VALID; ALTER TABLE p "
                        + "VALIDATE CONSTRAINT c; ATTACH`",
                "attach-scans-partition | `ALTER TABLE p ADD CHECK (id >= 10 AND id < 20), ALTER id SET NOT "
                        + "NULL; ATTACH`",
                "attach-scans-partition | `ALTER INDEX i ATTACH PARTITION j`",
                "attach-scans-partition | `ALTER TABLE parts DETACH PARTITION p`",
                "attach-builds-index | `CREATE INDEX ON p (id); ATTACH`",
                "attach-builds-index | `CREATE TABLE p (id bigint); ATTACH`",
                "attach-builds-index | `DROP INDEX parts_id; ATTACH`",
                "attach-builds-index | `CREATE INDEX ON p (id); ALTER TABLE ONLY parts ADD PRIMARY KEY (id); "
                        + "ALTER TABLE p ADD PRIMARY KEY (id); ATTACH`",
                "default-partition-scanned | `ATTACH`",
                "default-partition-scanned | `CREATE TABLE rest PARTITION OF parts DEFAULT; ATTACH`",
                "default-partition-scanned | `DEFAULT; ALTER TABLE rest ADD CHECK (NOT (id IS NOT NULL AND id >= "
                        + "10 AND id < 20)); ATTACH`",
                "default-partition-scanned | `DEFAULT; ALTER TABLE parts DETACH PARTITION rest; ATTACH`",
                "partitioned-index | `CREATE INDEX i ON ONLY parts (id)`",
                "partitioned-index | `CREATE INDEX i ON old (n)`",
                "partitioned-index | `CREATE TABLE fresh (id bigint) PARTITION BY HASH (id); CREATE INDEX ON "
                        + "fresh (id)`",
                "drop-partitioned-index | `DROP INDEX i`",
                "drop-partitioned-index | `CREATE INDEX i ON ONLY parts (id); DROP INDEX i`",
                "detach-not-concurrent | `ALTER TABLE parts DETACH PARTITION p1 CONCURRENTLY`",
                "detach-not-concurrent | `ALTER TABLE parts DETACH PARTITION p1 FINALIZE`",
                "detach-not-concurrent | `ALTER TABLE parts ATTACH PARTITION p1 DEFAULT`",
            })
    void aPartitionThatIsNotScannedIsNotFound(String rule, String sql) {
        RuleCases.assertNotFound(rule, written(sql));
    }

    private static String written(String sql) {
        return sql.replaceAll("\\bATTACH$", ATTACH)
                .replaceFirst("^DEFAULT;", DEFAULT + ";")
                .replace("BOUNDS", BOUNDS);
    }
}

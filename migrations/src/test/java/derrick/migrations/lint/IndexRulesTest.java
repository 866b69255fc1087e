package derrick.migrations.lint;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "index-not-concurrent | `CREATE INDEX ON old (name)`",
                "index-not-concurrent | `SELECT 1;\nCREATE UNIQUE INDEX i ON public.old (name)`",
                "index-not-concurrent | `CREATE INDEX i ON unheard_of (name)`",
                "index-not-concurrent | `CREATE INDEX i ON ONLY old (name)`",
                "index-not-concurrent | `CREATE INDEX i ON ONLY unheard_of (name)`",
                "index-not-concurrent | `REINDEX INDEX i`",
                "index-not-concurrent | `CREATE TABLE IF NOT EXISTS old (id bigint);\nCREATE INDEX ON old (name)`",
                "index-not-concurrent | `REINDEX TABLE old`",
                "index-not-concurrent | `REINDEX (VERBOSE) INDEX i`",
                "index-not-concurrent | `REINDEX SCHEMA public`",
                "index-not-concurrent | `CREATE TABLE fresh (id bigint);\nCREATE INDEX ON old (name)`",
                "index-not-concurrent | `ALTER TABLE old RENAME TO older;\nCREATE INDEX ON older (name)`",
                "drop-index-not-concurrent | `DROP INDEX i`",
                "drop-index-not-concurrent | `DROP INDEX IF EXISTS i, j CASCADE`",
            })
    void anIndexBuiltOrDroppedUnderABlockingLockIsFound(String rule, String sql) {
        RuleCases.assertFound(rule, sql);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "index-not-concurrent | `CREATE INDEX CONCURRENTLY ON old (name)`",
                "index-not-concurrent | `CREATE INDEX ON ONLY parts (id)`",
                "index-not-concurrent | `DROP TABLE old; CREATE TABLE old (id bigint); CREATE INDEX ON old (id)`",
                "index-not-concurrent | `CREATE TABLE fresh (id bigint); CREATE INDEX ON fresh (id)`",
                "index-not-concurrent | `CREATE TABLE fresh (id bigint); ALTER TABLE fresh RENAME TO f; "
                        + "CREATE INDEX ON public.f (id)`",
                "index-not-concurrent | `CREATE MATERIALIZED VIEW m AS SELECT 1 AS one; CREATE UNIQUE INDEX "
                        + "ON m (one)`",
                "index-not-concurrent | `SELECT 1 AS one INTO TEMP t; CREATE INDEX ON t (one)`",
                "index-not-concurrent | `REINDEX TABLE CONCURRENTLY old`",
                "index-not-concurrent | `REINDEX (CONCURRENTLY) TABLE old`",
                "index-not-concurrent | `REINDEX SYSTEM`",
                "index-not-concurrent | `CREATE TABLE fresh (id bigint); CREATE INDEX i ON fresh (id); REINDEX "
                        + "INDEX i`",
                "index-not-concurrent | `CREATE INDEX ON parts (id)`",
                "index-not-concurrent | `-- CREATE INDEX ON old (name)`",
                "index-not-concurrent | `SELECT 'CREATE INDEX ON old (name)'`",
                "index-not-concurrent | `COMMENT ON TABLE old IS $$CREATE INDEX ON old (name)$$`",
                "drop-index-not-concurrent | `DROP INDEX CONCURRENTLY i`",
                "drop-index-not-concurrent | `CREATE INDEX i ON old (name); DROP INDEX i`",
                "drop-index-not-concurrent | `DROP INDEX parts_id`",
                "drop-index-not-concurrent | `DROP TABLE old`",
            })
    void anIndexBuiltOrDroppedWithoutABlockingLockIsNotFound(String rule, String sql) {
        RuleCases.assertNotFound(rule, sql);
    }
}

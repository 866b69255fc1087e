package derrick.migrations.lint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransactionRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "transaction-control | `BEGIN`",
                "transaction-control | `start transaction`",
                "transaction-control | `SELECT 1;\nCOMMIT`",
                "transaction-control | `ROLLBACK TO s`",
                "transaction-control | `SAVEPOINT s`",
                "transaction-control | `RELEASE s`",
                "transaction-control | `END`",
                "transaction-control | `ABORT`",
                "transaction-control | `PREPARE TRANSACTION 'x'`",
                "mixed-transaction | `ALTER TABLE old ADD c int;\nCREATE INDEX CONCURRENTLY IF NOT EXISTS i "
                        + "ON old (c)`",
                "mixed-transaction | `SELECT 1;\nVACUUM old`",
                "not-repeatable | `CREATE INDEX CONCURRENTLY i ON old (n)`",
                "not-repeatable | `CREATE INDEX CONCURRENTLY ON old (n)`",
                "not-repeatable | `DROP INDEX CONCURRENTLY i`",
                "not-repeatable | `VACUUM;\nCREATE TABLE fresh ()`",
                "not-repeatable | `VACUUM;\nALTER TABLE old ADD c int`",
                "not-repeatable | `VACUUM;\nALTER TABLE old RENAME n TO m`",
                "not-repeatable | `VACUUM;\nINSERT INTO old VALUES (1)`",
                "not-repeatable | `VACUUM;\nALTER TABLE old DROP CONSTRAINT c`",
                "not-repeatable | `VACUUM;\nDROP VIEW v`",
                "backfill-in-ddl | `ALTER TABLE old ADD c int;\nUPDATE old SET c = n`",
                "backfill-in-ddl | `ALTER TABLE old ADD c int;\nMERGE INTO old USING other o ON o.id = old.id "
                        + "WHEN MATCHED THEN UPDATE SET c = o.n`",
                "backfill-in-ddl | `ALTER TABLE old ADD c int;\nDO $$ BEGIN UPDATE old SET c = n; END $$`",
                "backfill-in-ddl | `ALTER TABLE old ADD c int;\nUPDATE old SET c = 1 WHERE c IS NULL`",
                "backfill-in-ddl | `CREATE TABLE fresh (id bigint);\nALTER TABLE old RENAME TO "
                        + "older;\nINSERT INTO fresh SELECT id FROM older`",
                "backfill-in-ddl | `ALTER TABLE old ADD c int;\nWITH gone AS (DELETE FROM old RETURNING *) "
                        + "INSERT INTO other SELECT id FROM gone`",
                "backfill-in-ddl | `ALTER TABLE old ADD c int;\nDELETE FROM old WHERE n = id`",
            })
    void aStatementThatLeavesAFileHalfAppliedIsFound(String rule, String sql) {
        RuleCases.assertFound(rule, sql);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no-lock-timeout | `ALTER TABLE old ADD c int`",
                "no-lock-timeout | `CREATE INDEX ON old (n)`",
                "no-lock-timeout | `DROP INDEX i`",
                "no-lock-timeout | `DROP TABLE old`",
                "no-lock-timeout | `TRUNCATE old`",
                "no-lock-timeout | `LOCK TABLE old`",
                "no-lock-timeout | `CREATE TABLE fresh (o bigint REFERENCES other)`",
                "no-lock-timeout | `CREATE TABLE p1 PARTITION OF parts DEFAULT`",
                "no-lock-timeout | `CREATE TABLE fresh ();\nALTER TABLE fresh ADD o bigint REFERENCES other`",
                "no-lock-timeout | `CREATE TABLE p1 (id bigint);\nALTER TABLE old SET LOGGED`",
                "no-lock-timeout | `ALTER TABLE parts ATTACH PARTITION old DEFAULT`",
                "no-lock-timeout | `CREATE OR REPLACE TRIGGER t BEFORE INSERT OR UPDATE ON old EXECUTE "
                        + "FUNCTION f()`",
                "no-lock-timeout | `DROP POLICY p ON old`",
                "no-lock-timeout | `REFRESH MATERIALIZED VIEW m`",
                "no-lock-timeout | `CLUSTER old`",
                "no-lock-timeout | `CLUSTER`",
                "no-lock-timeout | `VACUUM (FULL, ANALYZE) old`",
                "no-lock-timeout | `REINDEX INDEX i`",
                "no-lock-timeout | `ALTER INDEX i SET TABLESPACE fast`",
                "no-lock-timeout | `ALTER MATERIALIZED VIEW m SET TABLESPACE fast`",
                "no-lock-timeout | `ALTER DOMAIN pos ADD CHECK (VALUE < 9)`",
                "no-lock-timeout | `CREATE RULE r AS ON INSERT TO old DO ALSO NOTHING`",
                "no-lock-timeout | `DROP RULE r ON old`",
                "no-lock-timeout | `ALTER TABLE old ALTER name SET STORAGE EXTERNAL`",
                "no-lock-timeout | `SET LOCAL lock_timeout = '5s';\nRESET lock_timeout;\nALTER TABLE old ADD "
                        + "c int`",
                "no-lock-timeout | `SET lock_timeout TO 0;\nALTER TABLE old ADD c int`",
                "no-lock-timeout | `SET LOCAL statement_timeout = '5s';\nALTER TABLE old ADD c int`",
                "no-lock-timeout | `ALTER TABLE old VALIDATE CONSTRAINT c, ADD c int`",
                "no-lock-timeout | `SET LOCAL lock_timeout = '5s';\nVACUUM;\nALTER TABLE old ADD IF NOT "
                        + "EXISTS c int`",
                "no-lock-timeout | `SET LOCAL lock_timeout = '0s';\nALTER TABLE old ADD c int`",
                "no-lock-timeout | `SELECT set_config('lock_timeout', '0', true);\nALTER TABLE old ADD c int`",
            })
    void aBlockingLockWithoutTimeoutIsFound(String rule, String sql) {
        RuleCases.assertFound(rule, sql);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "transaction-control | `DO $$ BEGIN COMMIT; END $$`",
                "transaction-control | `CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; END`",
                "transaction-control | `PREPARE p AS SELECT 1`",
                "transaction-control | `SELECT 1 AS \"begin\"`",
                "transaction-control | `/* BEGIN; */ SELECT 1`",
                "transaction-control | `CREATE TABLE commit (begin int)`",
                "mixed-transaction | `CREATE INDEX CONCURRENTLY i ON old (n)`",
                "mixed-transaction | `DO $$ BEGIN ALTER TABLE old ADD c int; COMMIT; END $$`",
                "mixed-transaction | `SET lock_timeout = '5s'; CREATE INDEX CONCURRENTLY i ON old (n); "
                        + "REINDEX INDEX CONCURRENTLY j; RESET lock_timeout`",
                "mixed-transaction | `ALTER TABLE old ADD c int; CREATE INDEX i ON old (c)`",
                "not-repeatable | `CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON old (n)`",
                "not-repeatable | `DROP INDEX CONCURRENTLY IF EXISTS i`",
                "not-repeatable | `CREATE INDEX i ON old (n)`",
                "not-repeatable | `REINDEX INDEX CONCURRENTLY i`",
                "not-repeatable | `VACUUM; ALTER TABLE old ADD IF NOT EXISTS c int`",
                "not-repeatable | `VACUUM; CREATE OR REPLACE VIEW v AS SELECT 1 AS one`",
                "not-repeatable | `VACUUM; INSERT INTO old VALUES (1) ON CONFLICT DO NOTHING`",
                "not-repeatable | `VACUUM; ALTER TABLE old DROP CONSTRAINT IF EXISTS c`",
                "not-repeatable | `CREATE DATABASE d`",
                "not-repeatable | `ALTER TABLE parts DETACH PARTITION p1 CONCURRENTLY`",
                "no-lock-timeout | `SET LOCAL lock_timeout = '5s'; ALTER TABLE old ADD c int`",
                "no-lock-timeout | `DO $$ BEGIN SET LOCAL lock_timeout = '5s'; ALTER TABLE old ADD c int; END $$`",
                "no-lock-timeout | `SET lock_timeout TO 5000; DROP TABLE old`",
                "no-lock-timeout | `SET SESSION lock_timeout = '1s'; VACUUM; ALTER TABLE old ADD IF NOT "
                        + "EXISTS c int`",
                "no-lock-timeout | `SELECT set_config('lock_timeout', '5s', true); DROP TABLE old`",
                "no-lock-timeout | `CREATE TABLE fresh (); ALTER TABLE fresh ADD c int; DROP TABLE fresh`",
                "no-lock-timeout | `ALTER TABLE old VALIDATE CONSTRAINT c`",
                "no-lock-timeout | `ALTER TABLE old SET (fillfactor = 70)`",
                "no-lock-timeout | `ALTER TABLE old ALTER n SET STATISTICS 500`",
                "no-lock-timeout | `ALTER TABLE old ALTER n SET (n_distinct = 5)`",
                "no-lock-timeout | `LOCK TABLE old IN SHARE UPDATE EXCLUSIVE MODE`",
                "no-lock-timeout | `VACUUM (FULL false) old`",
                "no-lock-timeout | `VACUUM (ANALYZE) old`",
                "no-lock-timeout | `ALTER DOMAIN pos ADD CHECK (VALUE < 9) NOT VALID`",
                "no-lock-timeout | `ALTER INDEX i SET (fillfactor = 70)`",
                "no-lock-timeout | `CREATE INDEX CONCURRENTLY i ON old (n)`",
                "no-lock-timeout | `ALTER TABLE parts DETACH PARTITION p1 CONCURRENTLY`",
                "no-lock-timeout | `CREATE TABLE p1 (id bigint); ALTER TABLE parts ATTACH PARTITION p1 DEFAULT`",
                "no-lock-timeout | `SELECT * FROM old`",
                "no-lock-timeout | `INSERT INTO old VALUES (1)`",
                "no-lock-timeout | `COMMENT ON TABLE old IS 'DROP TABLE old'`",
                "no-lock-timeout | `REFRESH MATERIALIZED VIEW CONCURRENTLY m`",
                "backfill-in-ddl | `UPDATE old SET n = 1`",
                "backfill-in-ddl | `ALTER TABLE old ADD c int; UPDATE old SET c = 1 WHERE id BETWEEN 1 AND 1000`",
                "backfill-in-ddl | `ALTER TABLE old ADD c int; UPDATE old SET c = 1 WHERE name = 'one'`",
                "backfill-in-ddl | `ALTER TABLE old ADD c int; INSERT INTO other VALUES (1), (2)`",
                "backfill-in-ddl | `ALTER TABLE old ADD c int; DELETE FROM old WHERE id IN (1, 2)`",
                "backfill-in-ddl | `CREATE TABLE fresh (id bigint); INSERT INTO fresh SELECT id FROM old`",
                "backfill-in-ddl | `ALTER TABLE old ADD c int; COMMENT ON COLUMN old.c IS 'UPDATE old SET c = n'`",
            })
    void safeStatementsAreNotFound(String rule, String sql) {
        RuleCases.assertNotFound(rule, sql);
    }

    @Test
    void aFileWithTheDirectiveRunsOutsideATransaction() {
        String directive = "-- derrick:outside-transaction\n";
        RuleCases.assertFound("mixed-transaction", directive + "SELECT 1;\nCALL p()");
        RuleCases.assertFound("not-repeatable", directive + "DROP VIEW v");
        RuleCases.assertNotFound("mixed-transaction", directive + "CALL p()");
        RuleCases.assertNotFound("mixed-transaction", "SELECT 1;\nCALL p()");
    }
}

package derrick.migrations.lint;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewriteRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "cluster-rewrites-table | `CLUSTER old USING i`",
                "cluster-rewrites-table | `CLUSTER i ON old`",
                "cluster-rewrites-table | `CLUSTER (VERBOSE) old`",
                "cluster-rewrites-table | `SELECT 1;\nCLUSTER VERBOSE`",
                "cluster-rewrites-table | `VACUUM FULL`",
                "cluster-rewrites-table | `VACUUM FULL VERBOSE old`",
                "cluster-rewrites-table | `VACUUM (ANALYZE, FULL) old (name)`",
                "cluster-rewrites-table | `VACUUM (FULL TRUE) old, other`",
                "cluster-rewrites-table | `CREATE TABLE fresh ();\nVACUUM FULL fresh, old`",
                "storage-rewrites-table | `ALTER TABLE old SET UNLOGGED`",
                "storage-rewrites-table | `ALTER TABLE IF EXISTS old SET LOGGED`",
                "storage-rewrites-table | `ALTER TABLE old ADD c int,\nSET TABLESPACE fast`",
                "storage-rewrites-table | `ALTER TABLE old SET ACCESS METHOD columnar`",
                "storage-rewrites-table | `ALTER TABLE ALL IN TABLESPACE slow SET TABLESPACE fast NOWAIT`",
                "storage-rewrites-table | `ALTER MATERIALIZED VIEW m SET ACCESS METHOD columnar`",
                "storage-rewrites-table | `ALTER MATERIALIZED VIEW ALL IN TABLESPACE slow SET TABLESPACE fast`",
                "storage-rewrites-table | `ALTER DATABASE drilling SET TABLESPACE fast`",
                "index-tablespace | `ALTER INDEX i SET TABLESPACE fast`",
                "index-tablespace | `ALTER INDEX ALL IN TABLESPACE slow SET TABLESPACE fast`",
                "refresh-not-concurrent | `REFRESH MATERIALIZED VIEW m`",
                "refresh-not-concurrent | `REFRESH MATERIALIZED VIEW reports.m WITH DATA`",
                "lock-table | `LOCK TABLE old`",
                "lock-table | `LOCK old IN SHARE MODE NOWAIT`",
                "lock-table | `LOCK TABLE ONLY old, other IN SHARE ROW EXCLUSIVE MODE`",
                "truncate-table | `TRUNCATE old`",
                "truncate-table | `TRUNCATE TABLE ONLY old RESTART IDENTITY`",
                "truncate-table | `CREATE TABLE fresh ();\nTRUNCATE fresh, old`",
            })
    void aStatementThatRewritesATableIsFound(String rule, String sql) {
        RuleCases.assertFound(rule, sql);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "cluster-rewrites-table | `CREATE TABLE fresh (id bigint PRIMARY KEY); CLUSTER fresh USING "
                        + "fresh_pkey`",
                "cluster-rewrites-table | `ALTER TABLE old CLUSTER ON i`",
                "cluster-rewrites-table | `VACUUM old`",
                "cluster-rewrites-table | `VACUUM (FULL off) old`",
                "cluster-rewrites-table | `VACUUM FREEZE ANALYZE`",
                "cluster-rewrites-table | `VACUUM \"full\"`",
                "storage-rewrites-table | `CREATE TABLE fresh (); ALTER TABLE fresh SET UNLOGGED`",
                "storage-rewrites-table | `CREATE UNLOGGED TABLE fresh ()`",
                "storage-rewrites-table | `ALTER TABLE parts SET TABLESPACE fast`",
                "storage-rewrites-table | `ALTER TABLE old SET (fillfactor = 70)`",
                "storage-rewrites-table | `ALTER TABLE old ALTER name SET STORAGE EXTERNAL`",
                "storage-rewrites-table | `ALTER TABLE old ALTER name SET STATISTICS 500`",
                "storage-rewrites-table | `ALTER DATABASE drilling SET default_tablespace = fast`",
                "index-tablespace | `CREATE INDEX i ON old (n); ALTER INDEX i SET TABLESPACE fast`",
                "index-tablespace | `ALTER INDEX i SET (fillfactor = 70)`",
                "index-tablespace | `ALTER INDEX i ATTACH PARTITION j`",
                "refresh-not-concurrent | `REFRESH MATERIALIZED VIEW CONCURRENTLY m`",
                "refresh-not-concurrent | `REFRESH MATERIALIZED VIEW m WITH NO DATA`",
                "refresh-not-concurrent | `CREATE MATERIALIZED VIEW fresh AS SELECT 1; REFRESH MATERIALIZED VIEW "
                        + "fresh`",
                "lock-table | `LOCK TABLE old IN ROW EXCLUSIVE MODE`",
                "lock-table | `LOCK TABLE old IN ACCESS SHARE MODE NOWAIT`",
                "lock-table | `LOCK TABLE old IN SHARE UPDATE EXCLUSIVE MODE`",
                "lock-table | `CREATE TABLE fresh (); LOCK fresh`",
                "truncate-table | `CREATE TABLE fresh (); TRUNCATE fresh`",
                "truncate-table | `CREATE TRIGGER t BEFORE TRUNCATE ON old EXECUTE FUNCTION f()`",
            })
    void aStatementThatRewritesNoOldTableIsNotFound(String rule, String sql) {
        RuleCases.assertNotFound(rule, sql);
    }
}

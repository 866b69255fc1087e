package derrick.migrations.lint;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "several-changes | `ALTER TABLE old ADD c int;\nALTER TABLE other ADD c int`",
                "several-changes | `CREATE TABLE a (id bigint);\nCREATE TABLE b (id bigint)`",
                "several-changes | `CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';\nALTER TABLE "
                        + "old ADD c int`",
                "several-changes | `ALTER TABLE old ADD c int;\nALTER TABLE old DROP n`",
                "several-changes | `CREATE TABLE a (id bigint);\nINSERT INTO a SELECT id FROM old;\nDROP "
                        + "TABLE old`",
            })
    void aFileWithTwoChangesIsFound(String rule, String sql) {
        RuleCases.assertFound(rule, sql);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "several-changes | `CREATE TABLE a (id bigint PRIMARY KEY); CREATE TABLE b (id bigint "
                        + "REFERENCES a); CREATE INDEX ON b (id)`",
                "several-changes | `CREATE TYPE mood AS ENUM ('glad'); ALTER TABLE old ADD m mood`",
                "several-changes | `ALTER TABLE old ADD c int; ALTER TABLE old ADD d int; COMMENT ON TABLE "
                        + "other IS 'x'`",
                "several-changes | `CREATE TABLE b (id bigint); CREATE TABLE a (id bigint PRIMARY KEY); "
                        + "CREATE VIEW v AS SELECT a.id FROM a JOIN b USING (id)`",
                "several-changes | `CREATE TABLE c (id bigint); INSERT INTO c SELECT id FROM old; CREATE "
                        + "TEMP TABLE c2 AS SELECT * FROM c; DROP TABLE c2`",
                "several-changes | `CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS ''; CREATE "
                        + "TRIGGER t BEFORE INSERT ON old EXECUTE FUNCTION f()`",
                "several-changes | `ALTER TABLE old DROP n; ALTER TABLE old DROP at`",
            })
    void oneChangeInSeveralStatementsIsNotFound(String rule, String sql) {
        RuleCases.assertNotFound(rule, sql);
    }
}

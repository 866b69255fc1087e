package derrick.migrations.lint;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakingRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rename-table | `ALTER TABLE old RENAME TO older`",
                "rename-table | `ALTER TABLE IF EXISTS public.old RENAME TO older`",
                "rename-table | `CREATE VIEW old_one AS SELECT 1;\nALTER TABLE old RENAME TO older`",
                "rename-table | `ALTER VIEW v RENAME TO w`",
                "rename-table | `ALTER TABLE old SET SCHEMA attic`",
                "rename-table | `ALTER MATERIALIZED VIEW v RENAME TO w`",
                "rename-column | `ALTER TABLE old RENAME name TO label`",
                "rename-column | `ALTER TABLE old RENAME COLUMN name TO label`",
                "drop-table | `DROP TABLE old`",
                "drop-table | `DROP TABLE IF EXISTS old CASCADE`",
                "drop-table | `CREATE TABLE fresh ();\nDROP TABLE fresh, old`",
                "rename-column | `ALTER TYPE pair RENAME ATTRIBUTE a TO b CASCADE`",
                "drop-column | `ALTER TYPE pair ADD ATTRIBUTE c int,\nDROP ATTRIBUTE a`",
                "drop-column | `ALTER TABLE old DROP name`",
                "drop-column | `ALTER TABLE old ADD c int,\nDROP COLUMN IF EXISTS name`",
                "truncate-cascade | `TRUNCATE old CASCADE`",
                "drop-schema-cascade | `DROP SCHEMA IF EXISTS extra CASCADE`",
                "truncate-cascade | `TRUNCATE TABLE old, other RESTART IDENTITY CASCADE`",
            })
    void aChangeThatBreaksRunningProgramsIsFound(String rule, String sql) {
        RuleCases.assertFound(rule, sql);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rename-table | `CREATE TABLE fresh (); ALTER TABLE fresh RENAME TO f`",
                "rename-table | `ALTER TABLE old RENAME TO older; CREATE OR REPLACE VIEW old AS TABLE older`",
                "rename-table | `ALTER TABLE old SET SCHEMA attic; CREATE TABLE public.old (id bigint)`",
                "rename-table | `ALTER INDEX i RENAME TO j`",
                "rename-table | `ALTER TABLE old RENAME CONSTRAINT c TO d`",
                "rename-table | `ALTER TABLE old RENAME name TO label`",
                "rename-column | `ALTER TABLE old RENAME TO older`",
                "rename-column | `ALTER TABLE old RENAME CONSTRAINT c TO d`",
                "rename-column | `CREATE TABLE fresh (a int); ALTER TABLE fresh RENAME a TO b`",
                "rename-column | `ALTER TABLE old ADD a int; ALTER TABLE old RENAME a TO b`",
                "drop-table | `CREATE TABLE fresh (); DROP TABLE fresh`",
                "drop-table | `DROP VIEW v`",
                "drop-table | `CREATE TEMP TABLE fresh AS SELECT 1 AS one; DROP TABLE fresh`",
                "rename-column | `ALTER TYPE mood RENAME VALUE 'sad' TO 'blue'`",
                "drop-column | `ALTER TYPE pair ADD ATTRIBUTE c int CASCADE`",
                "drop-column | `CREATE TYPE fresh AS (a int); ALTER TYPE fresh DROP ATTRIBUTE a`",
                "drop-column | `ALTER TABLE old DROP CONSTRAINT name`",
                "drop-column | `ALTER TABLE old ALTER name DROP NOT NULL`",
                "drop-column | `CREATE TABLE fresh (a int); ALTER TABLE fresh DROP a`",
                "drop-column | `ALTER TABLE old ADD a int; ALTER TABLE old DROP a`",
                "truncate-cascade | `TRUNCATE old, other`",
                "drop-schema-cascade | `DROP SCHEMA extra`",
                "drop-schema-cascade | `CREATE SCHEMA IF NOT EXISTS extra; DROP SCHEMA extra CASCADE`",
                "truncate-cascade | `TRUNCATE old RESTRICT`",
            })
    void aChangeThatBreaksNoProgramIsNotFound(String rule, String sql) {
        RuleCases.assertNotFound(rule, sql);
    }
}

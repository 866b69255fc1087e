package derrick.migrations.lint;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstraintRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "foreign-key-validates | `ALTER TABLE old ADD FOREIGN KEY (n) REFERENCES other`",
                "foreign-key-validates | `ALTER TABLE IF EXISTS ONLY old\nADD CONSTRAINT c FOREIGN KEY (n) "
                        + "REFERENCES other ON DELETE SET NULL`",
                "foreign-key-validates | `ALTER TABLE old ADD COLUMN o bigint DEFAULT 1 REFERENCES other`",
                "check-validates | `ALTER TABLE old ADD CHECK (n > 0)`",
                "check-validates | `ALTER TABLE old ADD CONSTRAINT c CHECK (name <> 'NOT VALID')`",
                "check-validates | `ALTER TABLE old ADD COLUMN m int CHECK (m > 0)`",
                "check-validates | `ALTER TABLE old ADD COLUMN a int,\nADD CHECK (n > 0)`",
                "check-validates | `DO $$\nBEGIN\nIF true THEN ALTER TABLE old ADD CHECK (n > 0); END IF; END $$`",
                "check-validates | `DO $$ BEGIN EXECUTE\n'ALTER TABLE old ADD CHECK (n > 0)'; END $$`",
                "validated-in-same-transaction | `ALTER TABLE old ADD CONSTRAINT c CHECK (n > 0) NOT "
                        + "VALID;\nALTER TABLE old VALIDATE CONSTRAINT c`",
                "unique-builds-index | `ALTER TABLE old ADD UNIQUE (name)`",
                "unique-builds-index | `ALTER TABLE old ADD CONSTRAINT c PRIMARY KEY (id)`",
                "unique-builds-index | `ALTER TABLE old ADD COLUMN m bigint UNIQUE`",
                "unique-builds-index | `ALTER TABLE old ADD m bigint PRIMARY KEY`",
                "foreign-key-validates | `ALTER TABLE old ALTER CONSTRAINT c ENFORCED`",
                "exclude-builds-index | `ALTER TABLE old ADD CONSTRAINT e EXCLUDE USING gist (at WITH =)`",
                "exclude-builds-index | `ALTER TABLE old ADD EXCLUDE (n WITH =) WHERE (n > 0)`",
                "domain-validates | `ALTER DOMAIN pos ADD CONSTRAINT small CHECK (VALUE < 9)`",
                "domain-validates | `ALTER DOMAIN public.pos ADD CHECK (VALUE < 9)`",
                "domain-validates | `ALTER DOMAIN pos SET NOT NULL`",
                "domain-validates | `DO $$ BEGIN ALTER DOMAIN pos SET NOT NULL; END $$`",
                "set-not-null-scans | `ALTER TABLE old ADD c int GENERATED ALWAYS AS (n + 1) VIRTUAL NOT NULL`",
                "set-not-null-scans | `CREATE UNIQUE INDEX i ON old (id, n);\nALTER TABLE old ADD PRIMARY KEY "
                        + "USING INDEX i`",
                "set-not-null-scans | `ALTER TABLE old ALTER COLUMN name SET NOT NULL`",
                "set-not-null-scans | `ALTER TABLE old ALTER name SET NOT NULL`",
                "set-not-null-scans | `ALTER TABLE old ADD CONSTRAINT c CHECK (name IS NOT NULL) NOT "
                        + "VALID;\nALTER TABLE old ALTER name SET NOT NULL`",
                "set-not-null-scans | `ALTER TABLE old ADD CONSTRAINT c CHECK (n IS NOT NULL);\nALTER TABLE "
                        + "old ALTER name SET NOT NULL`",
                "set-not-null-scans | `ALTER TABLE old ADD CONSTRAINT c CHECK (name IS NOT NULL OR n > "
                        + "0);\nALTER TABLE old ALTER name SET NOT NULL`",
                "set-not-null-scans | `ALTER TABLE old ADD CONSTRAINT c NOT NULL name`",
            })
    void aConstraintThatScansTheTableIsFound(String rule, String sql) {
        RuleCases.assertFound(rule, sql);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "foreign-key-validates | `ALTER TABLE old ADD CONSTRAINT c FOREIGN KEY (n) REFERENCES other "
                        + "NOT VALID`",
                "foreign-key-validates | `ALTER TABLE old ADD COLUMN o bigint REFERENCES other`",
                "foreign-key-validates | `ALTER TABLE old ADD COLUMN o bigint DEFAULT NULL REFERENCES other "
                        + "ON DELETE SET DEFAULT`",
                "foreign-key-validates | `CREATE TABLE fresh (o bigint REFERENCES other)`",
                "foreign-key-validates | `CREATE TABLE fresh (o bigint); ALTER TABLE fresh ADD FOREIGN KEY "
                        + "(o) REFERENCES other`",
                "check-validates | `ALTER TABLE old ADD CONSTRAINT c CHECK (n > 0) NOT VALID`",
                "check-validates | `CREATE TABLE fresh (n int CHECK (n > 0))`",
                "check-validates | `ALTER TABLE old ADD COLUMN \"check\" int`",
                "check-validates | `DO $$ BEGIN RAISE 'ALTER TABLE old ADD CHECK (n > 0)'; END $$`",
                "check-validates | `CREATE TABLE fresh (n int); ALTER TABLE fresh ADD CHECK (n > 0)`",
                "validated-in-same-transaction | `ALTER TABLE old VALIDATE CONSTRAINT c`",
                "validated-in-same-transaction | `ALTER TABLE old ADD CONSTRAINT c CHECK (n > 0) NOT VALID; "
                        + "ALTER TABLE old VALIDATE CONSTRAINT d`",
                "validated-in-same-transaction | `ALTER TABLE old ADD CONSTRAINT c CHECK (n > 0) NOT VALID; "
                        + "ALTER TABLE old VALIDATE CONSTRAINT c; VACUUM old`",
                "unique-builds-index | `ALTER TABLE old ADD CONSTRAINT c UNIQUE USING INDEX i`",
                "unique-builds-index | `ALTER TABLE old ADD CONSTRAINT c PRIMARY KEY USING INDEX i`",
                "unique-builds-index | `CREATE TABLE fresh (n int UNIQUE, PRIMARY KEY (n))`",
                "unique-builds-index | `ALTER TABLE old DROP CONSTRAINT c`",
                "set-not-null-scans | `ALTER TABLE old ADD CONSTRAINT c CHECK (name IS NOT NULL) NOT VALID; "
                        + "ALTER TABLE old VALIDATE CONSTRAINT c; ALTER TABLE old ALTER name SET NOT NULL`",
                "set-not-null-scans | `ALTER TABLE old ADD CONSTRAINT c CHECK (((name IS NOT NULL))) NOT VALID; "
                        + "ALTER TABLE old VALIDATE CONSTRAINT c; ALTER TABLE old ALTER name SET NOT NULL`",
                "foreign-key-validates | `ALTER TABLE old ALTER CONSTRAINT c NOT ENFORCED`",
                "foreign-key-validates | `ALTER TABLE old ALTER CONSTRAINT c DEFERRABLE`",
                "check-validates | `ALTER TABLE old ADD CHECK (n > 0) NOT ENFORCED`",
                "exclude-builds-index | `CREATE TABLE fresh (r int4range, EXCLUDE USING gist (r WITH &&))`",
                "domain-validates | `ALTER DOMAIN pos ADD CONSTRAINT small CHECK (VALUE < 9) NOT VALID`",
                "domain-validates | `ALTER DOMAIN pos VALIDATE CONSTRAINT small`",
                "domain-validates | `ALTER DOMAIN pos SET DEFAULT 1`",
                "domain-validates | `ALTER DOMAIN pos DROP NOT NULL`",
                "domain-validates | `CREATE DOMAIN fresh AS int; ALTER DOMAIN fresh SET NOT NULL`",
                "set-not-null-scans | `CREATE UNIQUE INDEX i ON old (id); ALTER TABLE old ADD PRIMARY KEY USING "
                        + "INDEX i`",
                "set-not-null-scans | `ALTER TABLE old ADD PRIMARY KEY USING INDEX unheard_of`",
                "set-not-null-scans | `ALTER TABLE old ALTER id SET NOT NULL`",
                "set-not-null-scans | `ALTER TABLE old ALTER name DROP NOT NULL`",
                "set-not-null-scans | `ALTER TABLE old ALTER name SET DEFAULT 'x'`",
                "set-not-null-scans | `CREATE TABLE fresh (n int); ALTER TABLE fresh ALTER n SET NOT NULL`",
                "set-not-null-scans | `ALTER TABLE old ADD CONSTRAINT c NOT NULL name NOT VALID`",
            })
    void aConstraintThatScansNoTableIsNotFound(String rule, String sql) {
        RuleCases.assertNotFound(rule, sql);
    }
}

package derrick.migrations.diff;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Upgrades and downgrades tables with rows by changes of existing objects that lose no data. */
class ChangedObjectsTest {
    private static final String BEFORE = Workshop.TABLES + """
            CREATE TYPE mood AS ENUM ('good', 'bad');
            ALTER TABLE rig ADD mood mood DEFAULT 'good', ADD moods mood[];
            CREATE SEQUENCE ticket;
            CREATE TABLE bit (
                id serial,
                rig bigint,
                size numeric(8,2),
                area numeric GENERATED ALWAYS AS (size * size) STORED,
                run int4range,
                CONSTRAINT bit_pkey PRIMARY KEY (id),
                CONSTRAINT bit_size_key UNIQUE (size),
                CONSTRAINT bit_size_check CHECK (size > 0),
                CONSTRAINT bit_rig_fkey FOREIGN KEY (rig) REFERENCES rig,
                CONSTRAINT bit_run_excl EXCLUDE USING gist (run WITH &&)
            ) WITH (fillfactor = 80);
            COMMENT ON CONSTRAINT bit_size_check ON bit IS 'no bit is nothing';
            CREATE INDEX bit_run_idx ON bit (rig, size DESC);
            COMMENT ON INDEX bit_run_idx IS 'by rig';
            CREATE INDEX log_line_idx ON log (line);
            CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 2 * n';
            CREATE TRIGGER bit_touched BEFORE UPDATE ON bit FOR EACH ROW EXECUTE FUNCTION touched();
            CREATE VIEW names AS SELECT id, name FROM rig;
            CREATE VIEW loud AS SELECT upper(name) AS name FROM names;
            CREATE MATERIALIZED VIEW biggest AS SELECT max(size) AS size FROM bit;
            CREATE UNIQUE INDEX biggest_size ON biggest (size);
            """;

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource
    void partsOfTablesChangeAndChangeBack(List<ChangeCase> changes) {
        assertUpgradeAndDowngrade(changes);
    }

    static Stream<List<ChangeCase>> partsOfTablesChangeAndChangeBack() {
        return ChangeCase.groups("""
                ALTER TYPE mood ADD VALUE 'mixed' AFTER 'good' | ALTER TYPE mood ADD VALUE IF NOT EXISTS 'mixed' AFTER \
                'good';
                COMMENT ON TYPE mood IS 'how it is' | COMMENT ON TYPE mood IS 'how it is';
                ALTER SEQUENCE ticket AS integer MAXVALUE 99 CYCLE | ALTER SEQUENCE ticket AS integer START 1
                ALTER SEQUENCE bit_id_seq CACHE 5 | ALTER SEQUENCE bit_id_seq AS integer
                ALTER TABLE rig ALTER id DROP IDENTITY | ALTER TABLE rig ALTER COLUMN id DROP IDENTITY;
                ALTER TABLE bit SET (fillfactor = 70, autovacuum_enabled = off) | SET (autovacuum_enabled = off, \
                fillfactor = 70);
                ALTER TABLE bit DROP CONSTRAINT bit_size_key, ADD CONSTRAINT bit_size_key UNIQUE (size, rig) | \
                bit_size_key_new
                ALTER TABLE bit DROP CONSTRAINT bit_rig_fkey, ADD CONSTRAINT bit_rig_fkey FOREIGN KEY (rig) \
                REFERENCES rig \
                ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE | ON DELETE SET NULL DEFERRABLE NOT VALID;

                ALTER TYPE mood ADD VALUE 'best' BEFORE 'good' | ADD VALUE IF NOT EXISTS 'best' BEFORE 'good';
                ALTER TABLE rig ADD field text; CREATE OR REPLACE VIEW names AS SELECT id, name, field FROM rig \
                | ALTER TABLE rig ADD COLUMN field text;
                ALTER TABLE bit ALTER id TYPE bigint; ALTER SEQUENCE bit_id_seq AS bigint | ALTER SEQUENCE bit_id_seq \
                AS bigint
                ALTER TABLE bit ALTER area DROP EXPRESSION | ALTER COLUMN area DROP EXPRESSION;
                ALTER TABLE bit RESET (fillfactor) | RESET (fillfactor);
                ALTER TABLE bit DROP CONSTRAINT bit_size_check | ALTER TABLE "bit" DROP CONSTRAINT bit_size_check;
                ALTER TABLE bit DROP CONSTRAINT bit_rig_fkey, ADD CONSTRAINT bit_rig_fkey FOREIGN KEY (rig) \
                REFERENCES rig \
                NOT VALID | NOT VALID;

                ALTER TABLE rig ADD field text; CREATE VIEW fields AS SELECT field FROM rig | CREATE VIEW fields AS
                ALTER TABLE bit ALTER id DROP DEFAULT; DROP SEQUENCE bit_id_seq; ALTER TABLE bit ALTER id ADD \
                GENERATED ALWAYS \
                AS IDENTITY | DROP SEQUENCE bit_id_seq;
                ALTER TABLE bit DROP area, ADD area numeric GENERATED ALWAYS AS (size * 3) STORED | DROP COLUMN area;
                ALTER TABLE bit DROP CONSTRAINT bit_size_check, ADD CONSTRAINT bit_size_check CHECK (size >= 0) \
                | CHECK (size >= 0::numeric) NOT VALID;
                ALTER TABLE bit DROP CONSTRAINT bit_run_excl | ALTER TABLE "bit" DROP CONSTRAINT bit_run_excl;
                ALTER TABLE rig ADD kind varchar(9), ADD CONSTRAINT rig_kind_check CHECK (kind IN ('jackup', 'barge')) \
                | CHECK (kind::text = ANY (ARRAY['jackup'::character varying::text, 'barge'::character varying::text]))

                ALTER TABLE rig ADD field text; CREATE FUNCTION fields() RETURNS SETOF text LANGUAGE sql AS 'SELECT \
                field FROM rig' | CREATE OR REPLACE FUNCTION fields()
                ALTER TABLE rig ALTER slots TYPE bigint; CREATE VIEW slots AS SELECT slots FROM rig | CREATE VIEW \
                slots AS
                ALTER TABLE bit DROP CONSTRAINT bit_pkey | ALTER TABLE "bit" DROP CONSTRAINT bit_pkey;
                ALTER TABLE bit RENAME CONSTRAINT bit_size_key TO one_size | RENAME CONSTRAINT bit_size_key TO one_size;
                COMMENT ON CONSTRAINT bit_size_check ON bit IS 'positive' | ON "bit" IS 'positive';
                """);
    }

    @ParameterizedTest
    @MethodSource
    void indexesTriggersFunctionsAndViewsChangeAndChangeBack(List<ChangeCase> changes) {
        assertUpgradeAndDowngrade(changes);
    }

    static Stream<List<ChangeCase>> indexesTriggersFunctionsAndViewsChangeAndChangeBack() {
        return ChangeCase.groups("""
                DROP INDEX bit_run_idx | DROP INDEX CONCURRENTLY IF EXISTS bit_run_idx;
                DROP INDEX log_line_idx | DROP INDEX log_line_idx;
                DROP INDEX biggest_size | DROP INDEX CONCURRENTLY IF EXISTS biggest_size;
                ALTER TABLE bit DISABLE TRIGGER bit_touched | ALTER TABLE "bit" DISABLE TRIGGER bit_touched;
                CREATE OR REPLACE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n + n' | \
                SELECT n + n
                CREATE OR REPLACE VIEW names AS SELECT id, name, country FROM rig | CREATE VIEW names AS

                ALTER INDEX bit_run_idx RENAME TO bit_by_rig | ALTER INDEX bit_run_idx RENAME TO bit_by_rig;
                DROP INDEX log_line_idx; CREATE INDEX log_line_idx ON log (line DESC) | (line DESC);
                DROP TRIGGER bit_touched ON bit | DROP TRIGGER bit_touched ON "bit";
                DROP FUNCTION twice(integer); CREATE FUNCTION twice(n integer) RETURNS bigint LANGUAGE sql AS \
                'SELECT 2::bigint * n' \
                | DROP FUNCTION twice(integer);
                DROP VIEW loud | DROP VIEW loud;
                COMMENT ON MATERIALIZED VIEW biggest IS 'the biggest' | COMMENT ON MATERIALIZED VIEW biggest IS 'the \
                biggest';

                DROP INDEX bit_run_idx; CREATE INDEX bit_run_idx ON bit (rig) WHERE size > 1 | ALTER INDEX \
                bit_run_idx_new RENAME TO
                CREATE OR REPLACE TRIGGER bit_touched AFTER INSERT ON bit FOR EACH ROW EXECUTE FUNCTION touched() | \
                AFTER INSERT ON
                DROP FUNCTION twice | DROP FUNCTION twice(integer);
                ALTER VIEW loud SET (security_barrier) | ALTER VIEW loud SET (security_barrier = true);

                DROP INDEX bit_run_idx; CREATE INDEX bit_run_idx ON bit (rig); COMMENT ON INDEX bit_run_idx IS 'rigs' \
                | \
                IS 'rigs';
                DROP VIEW loud; DROP VIEW names; ALTER TABLE rig ALTER name TYPE varchar(99); CREATE VIEW names AS \
                SELECT id, name \
                FROM rig; CREATE VIEW loud AS SELECT upper(name) AS name FROM names | DROP VIEW loud;
                """);
    }

    private void assertUpgradeAndDowngrade(List<ChangeCase> changes) {
        new Workshop(folder, database)
                .begin(BEFORE)
                .assertUpgradeAndDowngrade(ChangeCase.addedTo(BEFORE, changes), changes);
    }

    @Test
    void reorderedEnumLabelsReplaceTheTypeOfTheColumns() {
        Workshop workshop = new Workshop(folder, database).begin(BEFORE);
        workshop.assertUpgradeAndDowngrade(
                BEFORE.replace("ENUM ('good', 'bad')", "ENUM ('bad', 'good')"),
                "ALTER TABLE rig ALTER COLUMN moods TYPE mood[] USING moods::text[]::mood[];");
        assertThat(workshop.sql().rows("SELECT DISTINCT mood FROM rig")).containsExactly("good");
    }
}

package derrick.migrations.run.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import derrick.migrations.revision.Direction;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import derrick.migrations.run.MigrationListener;
import derrick.migrations.run.SchemaListing;
import derrick.migrations.run.SchemaMigration;
import derrick.migrations.run.Stamp;
import derrick.migrations.run.plan.MigrationPlan.Range;
import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Migrates two databases, one directly and one by psql, and compares them after each step. */
final class PlanSqlTest {
    @RegisterExtension
    final TestDatabase online = TestDatabase.empty();

    @RegisterExtension
    final TestDatabase offline = TestDatabase.empty();

    @TempDir
    Path folder;

    @BeforeEach
    void needsPsql() {
        assumeTrue(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "psql"))),
                "there is no psql on the PATH");
    }

    @Test
    void thePackagedRevisionsAreAppliedAndUndoneInSteps() throws Exception {
        Revisions revisions = Revisions.packaged();
        List<Optional<Revision>> positions = positions(revisions);
        migrate(new Range(positions.get(0), positions.get(positions.size() - 1)), revisions);
        migrate(new Range(positions.get(positions.size() - 1), positions.get(0)), revisions);
        long seed = System.nanoTime();
        System.out.println("seed of the steps: " + seed);
        Random random = new Random(seed);
        for (int at = 0, next; at < positions.size() - 1; at = next) {
            next = Math.min(positions.size() - 1, at + 1 + random.nextInt(10));
            migrate(new Range(positions.get(at), positions.get(next)), revisions);
        }
        for (int at = positions.size() - 1, next; at > 0; at = next) {
            next = Math.max(0, at - 1 - random.nextInt(10));
            migrate(new Range(positions.get(at), positions.get(next)), revisions);
        }
    }

    @Test
    void thePlanOfARangeIsThatOfItsParts() {
        Revisions revisions = Revisions.packaged();
        List<Optional<Revision>> positions = positions(revisions);
        for (int low = 0; low < positions.size(); low++) {
            StringBuilder up = new StringBuilder();
            String down = "";
            for (int high = low + 1; high < positions.size(); high++) {
                up.append(sql(new Range(positions.get(high - 1), positions.get(high)), revisions));
                down = sql(new Range(positions.get(high), positions.get(high - 1)), revisions) + down;
                Range range = new Range(positions.get(low), positions.get(high));
                assertThat(sql(range, revisions)).isEqualTo(up.toString());
                assertThat(sql(new Range(range.to(), range.from()), revisions)).isEqualTo(down);
            }
        }
    }

    /** Returns the SQL of a range without the common first lines. */
    private static String sql(Range range, Revisions revisions) {
        PlanSql sql = new PlanSql(revisions);
        String opening = sql.of(MigrationPlan.of(Direction.UP, new Range(range.from(), range.from()), revisions));
        return sql.of(MigrationPlan.of(direction(range), range, revisions)).substring(opening.length());
    }

    private static Direction direction(Range range) {
        return range.toNumber() < range.fromNumber() ? Direction.DOWN : Direction.UP;
    }

    private static List<Optional<Revision>> positions(Revisions revisions) {
        List<Optional<Revision>> positions = new ArrayList<>();
        positions.add(Optional.empty());
        revisions.all().forEach(revision -> positions.add(Optional.of(revision)));
        return positions;
    }

    @Test
    void scriptsOfEveryKindRunBetweenAllRevisions() throws Exception {
        Scripts scripts = new Scripts(folder)
                .write("V001__make_bit.sql", """
                        -- a comment; with a semicolon
                        CREATE TABLE bit (id integer, note text DEFAULT 'it''s; $$ \\n');
                        DO $body$ BEGIN RAISE NOTICE 'a notice; or two'; END $body$;
                        CREATE TEMPORARY TABLE given (id integer);
                        COMMENT ON TABLE bit IS 'äöü' -- no semicolon at the end
                        """)
                .write("U001__make_bit.sql", "DROP TABLE bit")
                .write(
                        "V002__index_bit.sql",
                        "CREATE INDEX CONCURRENTLY bit_id ON bit (id);\nDISCARD ALL;\n"
                                + "SET ROLE pg_read_all_data;\n-- the end")
                .write("U002__index_bit.sql", "DROP INDEX CONCURRENTLY bit_id;\n")
                .write("V003__leave_settings.sql", """
                        SET search_path = '';
                        SET SESSION AUTHORIZATION pg_read_all_data;
                        CREATE TEMPORARY TABLE given (id integer);
                        COPY given FROM stdin;
                        1
                        \\.

                        -- it's the next
                        COPY given FROM stdin; -- rows
                        3
                        \\.
                        """)
                .write("U003__leave_settings.sql", "")
                .write("V004__call_twice.sql", """
                        CREATE PROCEDURE twice() LANGUAGE plpgsql AS $$
                        BEGIN INSERT INTO bit VALUES (7); COMMIT; INSERT INTO bit VALUES (8); END $$;
                        CALL twice();
                        """)
                .write("U004__call_twice.sql", "-- derrick:outside-transaction\nDROP PROCEDURE twice");

        migrateBetweenAll(scripts.revisions());
    }

    @Test
    void oneTransactionHasTheSameResult() throws Exception {
        Revisions revisions =
                new Scripts(folder).table("001", "bit").table("002", "pump").revisions();
        Range up = new Range(Optional.empty(), Optional.of(revisions.head()));
        Range down = new Range(up.to(), up.from());
        PlanSql sql = new PlanSql(revisions);

        online(revisions).upgrade("head", MigrationListener.NONE);
        psql(sql.inOneTransaction(MigrationPlan.of(Direction.UP, up, revisions)));
        assertSame("up");
        online(revisions).downgrade("base", MigrationListener.NONE);
        psql(sql.inOneTransaction(MigrationPlan.of(Direction.DOWN, down, revisions)));
        assertSame("down");
    }

    @Test
    void aScriptThatRanDoesNotRunAgain() {
        Revisions revisions = new Scripts(folder)
                .write("V001__make_bit.sql", "CREATE TABLE IF NOT EXISTS bit (id integer)")
                .write("U001__make_bit.sql", "DROP TABLE IF EXISTS bit")
                .revisions();
        Range up = new Range(Optional.empty(), Optional.of(revisions.head()));
        Range down = new Range(up.to(), up.from());
        PlanSql sql = new PlanSql(revisions);
        String upgrade = sql.of(MigrationPlan.of(Direction.UP, up, revisions));
        String downgrade = sql.of(MigrationPlan.of(Direction.DOWN, down, revisions));

        runsOnce(upgrade, "this database has 001_make_bit already");
        runsOnce(downgrade, "this database does not have 001_make_bit");
        runsOnce(sql.stamp(up), "this database has 001_make_bit already");
        runsOnce(sql.stamp(down), "this database does not have 001_make_bit");
    }

    @Test
    void timeZonesOfMachineAndDatabaseHaveNoEffect() throws Exception {
        Revisions revisions = new Scripts(folder)
                .write("V001__make_a.sql", """
                        CREATE TABLE a AS SELECT timestamptz '2024-06-01 12:00' AS at, date '02/01/2024' AS day;
                        SET TimeZone = 'Asia/Kolkata';
                        """)
                .write("V002__add_b.sql", "CREATE TABLE b AS SELECT timestamptz '2024-06-01 12:00' AS at;")
                .write("U002__add_b.sql", "UPDATE a SET at = '2025-06-01 12:00'; DROP TABLE b;")
                .revisions();
        for (String setting : List.of("TimeZone = 'America/St_Johns'", "DateStyle = 'ISO, DMY'")) {
            new Sql(offline.dataSource())
                    .run("ALTER DATABASE %s SET %s".formatted(offline.address().database(), setting));
        }
        Range up = new Range(Optional.empty(), Optional.of(revisions.head()));
        String times = "SELECT extract(epoch FROM at)::bigint, extract(month FROM day) FROM a";

        psql(new PlanSql(revisions).of(MigrationPlan.of(Direction.UP, up, revisions)));

        assertThat(new Sql(offline.dataSource()).rows(times)).containsExactly("1717243200 2");
        assertThat(new Sql(offline.dataSource()).rows("SELECT extract(epoch FROM at)::bigint FROM b"))
                .containsExactly("1717243200");

        Range down = new Range(up.to(), Optional.of(revisions.all().get(0)));
        psql(new PlanSql(revisions).of(MigrationPlan.of(Direction.DOWN, down, revisions)));

        assertThat(new Sql(offline.dataSource()).rows(times)).containsExactly("1748779200 2");
    }

    private void runsOnce(String script, String reason) {
        new Sql(offline.dataSource()).run(script);
        assertThatThrownBy(() -> new Sql(offline.dataSource()).run(script)).hasMessageContaining(reason);
    }

    @Test
    void aStampHasTheSameResult() throws Exception {
        Revisions revisions =
                new Scripts(folder).table("001", "bit").table("002", "pump").revisions();
        Optional<Revision> current = Optional.empty();
        for (String target : List.of("002", "001", "base", "head")) {
            Optional<Revision> goal = revisions.resolve(target, current);
            online(revisions).stamp(target, Stamp.Precondition.NONE, MigrationListener.NONE);
            psql(new PlanSql(revisions).stamp(new Range(current, goal)));
            assertSame(target);
            current = goal;
        }
    }

    private void migrateBetweenAll(Revisions revisions) throws Exception {
        List<Optional<Revision>> positions = positions(revisions);
        for (int low = 0; low < positions.size(); low++) {
            for (int high = low + 1; high < positions.size(); high++) {
                migrate(new Range(positions.get(low), positions.get(high)), revisions);
                migrate(new Range(positions.get(high), positions.get(low)), revisions);
            }
            migrate(new Range(positions.get(low), positions.get(Math.min(low + 1, positions.size() - 1))), revisions);
        }
    }

    private void migrate(Range range, Revisions revisions) throws Exception {
        Direction direction = direction(range);
        String target = range.to().map(Revision::id).orElse("base");
        if (direction == Direction.UP) {
            online(revisions).upgrade(target, MigrationListener.NONE);
        } else {
            online(revisions).downgrade(target, MigrationListener.NONE);
        }
        psql(new PlanSql(revisions).of(MigrationPlan.of(direction, range, revisions)));
        assertSame(range.toString());
    }

    private SchemaMigration online(Revisions revisions) {
        return new SchemaMigration(online.dataSource(), revisions);
    }

    private void assertSame(String way) {
        assertThat(SchemaListing.of(offline.dataSource())).as(way).isEqualTo(SchemaListing.of(online.dataSource()));
        assertThat(history(offline)).as(way).isEqualTo(history(online));
        assertThat(historyTable(offline)).as(way).isEqualTo(historyTable(online));
    }

    private static List<String> historyTable(TestDatabase database) {
        return new Sql(database.dataSource()).rows("""
                SELECT concat_ws(
                    ' ', attname, format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid))
                FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
                WHERE attrelid = to_regclass('flyway_schema_history') AND attnum > 0
                UNION ALL
                SELECT pg_get_indexdef(indexrelid)
                FROM pg_index
                WHERE indrelid = to_regclass('flyway_schema_history')
                ORDER BY 1
                """);
    }

    private static List<String> history(TestDatabase database) {
        Sql sql = new Sql(database.dataSource());
        return sql.rows("SELECT to_regclass('flyway_schema_history')").equals(List.of("-")) ? List.of() : sql.rows("""
                        SELECT
                            installed_rank, version, description, type, script, checksum, installed_by, success,
                            execution_time BETWEEN 0 AND 60000
                        FROM flyway_schema_history
                        ORDER BY installed_rank
                        """);
    }

    /** Runs a script by psql, which must print nothing. */
    private void psql(String sql) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("script.psql"), sql);
        Path remarks = folder.resolve("remarks.txt");
        String options = "psql -X -q -v ON_ERROR_STOP=1 -f " + script;
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(options.split(" "))))
                .redirectErrorStream(true)
                .redirectOutput(remarks.toFile());
        builder.command().add(offline.address().url());
        builder.environment().put("PGTZ", "Asia/Tehran");
        Process psql = builder.start();
        assertThat(psql.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(remarks)).isEmpty();
        assertThat(psql.exitValue()).isZero();
    }
}

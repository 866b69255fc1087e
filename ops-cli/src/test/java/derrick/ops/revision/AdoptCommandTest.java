package derrick.ops.revision;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.revision.Revisions;
import derrick.migrations.run.MigrationListener;
import derrick.migrations.run.SchemaMigration;
import derrick.migrations.run.Stamp;
import derrick.migrations.testing.LegacyDatabase;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import derrick.ops.Cli;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdoptCommandTest {
    private static final String HISTORY =
            "SELECT installed_rank, version, description, type, script, checksum, success FROM flyway_schema_history";
    private static final String TABLES = "SELECT to_regclass('alembic_version'), to_regclass('flyway_schema_history')";

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @RegisterExtension
    final TestDatabase fresh = TestDatabase.empty();

    @Test
    void anOldDatabaseIsAdoptedWithAllRows() {
        LegacyDatabase legacy = LegacyDatabase.in(database).withDirtyRows();
        Map<String, Integer> before = legacy.rowCounts();

        Cli adopted = derrick("adopt", "--time-zone", "asia/tehran");

        assertThat(adopted.exitCode()).isZero();
        assertThat(adopted.out()).isEqualToIgnoringNewLines("adopted at 001_initial_schema");
        assertThat(adopted.err()).contains("unchanged: drilling_parameters_config", "are read as Asia/Tehran");
        assertThat(sql().rows(TABLES)).containsExactly("- flyway_schema_history");
        assertThat(sql().rows("SHOW derrick.legacy_time_zone")).containsExactly("Asia/Tehran");
        assertThat(legacy.rowCounts()).isEqualTo(before);
        assertThat(derrick("current").out()).startsWith("001_initial_schema, ");
    }

    @Test
    void theHistoryEqualsThatOfAnUpgrade() {
        LegacyDatabase.in(database);
        derrick("adopt");
        new SchemaMigration(fresh.dataSource(), Revisions.packaged()).upgrade("001", MigrationListener.NONE);

        assertThat(sql().rows(HISTORY)).isEqualTo(new Sql(fresh.dataSource()).rows(HISTORY));
    }

    @Test
    void aSecondAdoptionOnlySetsTheTimeZone() {
        LegacyDatabase.in(database).withDirtyRows();
        assertThat(derrick("adopt").err())
                .contains("15 tables have times without a zone; before the upgrade, set it:", "derrick adopt --time");
        List<String> history = sql().rows(HISTORY);

        Cli again = derrick("adopt", "--time-zone", "Europe/Oslo");

        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).isEqualToIgnoringNewLines("already adopted, at 001_initial_schema");
        assertThat(sql().rows("SHOW derrick.legacy_time_zone")).containsExactly("Europe/Oslo");
        assertThat(sql().rows(HISTORY)).isEqualTo(history);
    }

    @Test
    void anUpgradeContinuesOnceTheTimeZoneIsSet() {
        LegacyDatabase legacy = LegacyDatabase.in(database);
        derrick("adopt");
        derrick("upgrade", "003");
        legacy.withDirtyRows();
        assertThat(derrick("upgrade").exitCode()).isEqualTo(4);
        assertThat(derrick("current").out()).startsWith("003_");

        assertThat(derrick("adopt", "--time-zone", "Asia/Tehran").exitCode()).isZero();

        assertThat(derrick("upgrade").exitCode()).isZero();
        assertThat(sql().rows("SELECT created_at AT TIME ZONE 'UTC' FROM users WHERE username = 'darya'"))
                .containsExactly("2021-01-01 04:30:00");
    }

    @Test
    void checkIgnoresOtherTablesOfTheTimeOfTheAdoption() {
        LegacyDatabase.in(database);
        sql().run("CREATE TYPE shift AS ENUM ('day', 'night')", "CREATE TABLE crew (on_shift shift)");
        assertThat(derrick("adopt").exitCode()).isZero();
        assertThat(derrick("upgrade").exitCode()).isZero();

        Cli clean = derrick("check");
        assertThat(clean.exitCode()).as(clean.out()).isZero();
        assertThat(clean.err())
                .contains("ignored unmanaged objects: enum shift, table crew, table drilling_parameters_config");

        sql().run("CREATE TABLE cook (id integer)");
        assertThat(derrick("check").out().lines()).contains("  table cook is only in the database");
        assertThat(derrick("stamp", "current").exitCode()).isZero();
        assertThat(derrick("check").exitCode()).isZero();
    }

    @Test
    void theZoneCannotBeChangedAfterTimesAreConverted() {
        LegacyDatabase.in(database);
        derrick("adopt", "--time-zone", "UTC");
        derrick("upgrade", "+1");

        assertThat(derrick("adopt", "--time-zone", "UTC").exitCode()).isZero();
        Cli refused = derrick("adopt", "--time-zone", "Asia/Tehran");
        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(refused.err()).contains("its times were already converted from time zone UTC");
        assertThat(sql().rows("SHOW derrick.legacy_time_zone")).containsExactly("UTC");
    }

    @Test
    void emptyTablesNeedNoTimeZone() {
        LegacyDatabase.in(database);

        assertThat(derrick("adopt", "--json").out().strip())
                .isEqualTo("{\"adopted\":true,\"revision\":\"001\",\"time_zone\":null,\"needs_time_zone\":false,"
                        + "\"tables_without_zone\":[],\"tables_kept\":[\"drilling_parameters_config\"]}");
        assertThat(derrick("adopt", "--json").out()).startsWith("{\"adopted\":false,\"revision\":\"001\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"001_initial", "001_initial_schema", "001"})
    void everyNameOfTheFirstRevisionIsAdopted(String name) {
        LegacyDatabase.in(database);
        sql().run("UPDATE alembic_version SET version_num = '" + name + "'");

        assertThat(derrick("adopt").exitCode()).isZero();
    }

    @Test
    void alembicsTableMayBeInAnotherSchema() {
        LegacyDatabase.in(database);
        sql().run("CREATE SCHEMA \"Meta\"", "ALTER TABLE alembic_version SET SCHEMA \"Meta\"");

        assertThat(derrick("adopt").exitCode()).isZero();
        assertThat(sql().rows("SELECT to_regclass('\"Meta\".alembic_version')")).containsExactly("-");
        assertThat(derrick("adopt").out()).startsWith("already adopted");
    }

    @Test
    void anotherAlembicRevisionIsRejected() {
        LegacyDatabase.in(database);

        sql().run("UPDATE alembic_version SET version_num = '002_add_indexes'");
        assertRefused("alembic_version is at 002_add_indexes, which Derrick does not know");
        sql().run("INSERT INTO alembic_version VALUES ('001_initial')");
        assertRefused("several heads, 001_initial and 002_add_indexes");
        sql().run("DELETE FROM alembic_version");
        assertRefused("alembic_version is empty");
        sql().run("DROP TABLE alembic_version");
        assertRefused("'derrick stamp 001'");
    }

    @Test
    void schemaDifferencesAreNamedAndNothingIsChanged() {
        LegacyDatabase.in(database);
        sql().run("ALTER TABLE users ALTER full_name TYPE text", "DROP INDEX ix_system_logs_level");
        sql().run("CREATE UNIQUE INDEX one_open ON drilling_sessions (rig_id)");

        Cli refused = assertRefused("the tables are not those of revision 001");

        assertThat(refused.err().lines())
                .contains(
                        "derrick: index system_logs.ix_system_logs_level is missing in the database",
                        "derrick: index drilling_sessions.one_open is only in the database",
                        "derrick: column users.full_name: type is text, not character varying(100)")
                .hasSize(5);
    }

    @Test
    void anUnknownTimeZoneIsRejected() {
        LegacyDatabase.in(database);

        Cli refused = derrick("adopt", "--time-zone", "Asia/Theran");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("no time zone 'Asia/Theran'");
        assertThat(sql().rows(TABLES)).containsExactly("alembic_version -");
    }

    @Test
    void anAdoptionWithoutAPrivilegeChangesNothing() {
        LegacyDatabase.in(database);
        sql().run(
                        "DROP ROLE IF EXISTS adopter",
                        "CREATE ROLE adopter LOGIN PASSWORD 'papers'",
                        "GRANT CREATE, USAGE ON SCHEMA public TO adopter",
                        "ALTER TABLE alembic_version OWNER TO adopter");
        String url = database.address().url().replaceFirst("//[^@]*@", "//adopter:papers@");

        Cli refused = Cli.run(
                "adopt",
                "--time-zone=UTC",
                "--database-url=" + url,
                "--dev-url=" + database.address().url());

        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("the role lacks a privilege: ", "must be owner of database");
        assertThat(sql().rows(TABLES)).containsExactly("alembic_version -");
        sql().run("DROP TABLE alembic_version", "DROP OWNED BY adopter", "DROP ROLE adopter");
    }

    @Test
    void oneOfManyConcurrentAdoptionsWritesTheHistory() {
        LegacyDatabase.in(database);

        List<CompletableFuture<Cli>> runs = IntStream.range(0, 4)
                .mapToObj(run -> CompletableFuture.supplyAsync(() -> derrick("adopt", "--time-zone=UTC")))
                .toList();

        assertThat(runs.stream().map(CompletableFuture::join))
                .allSatisfy(run -> assertThat(run.exitCode()).isZero())
                .extracting(Cli::out)
                .containsOnlyOnce("adopted at 001_initial_schema" + System.lineSeparator());
        assertThat(sql().rows(HISTORY)).hasSize(1);
    }

    @Test
    void alembicsTableInAnAdoptedDatabaseIsRejected() {
        new SchemaMigration(database.dataSource(), Revisions.packaged())
                .stamp("001", Stamp.Precondition.NONE, MigrationListener.NONE);
        sql().run("CREATE TABLE alembic_version (version_num varchar(32))");

        Cli refused = derrick("adopt");

        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(refused.err()).contains("was adopted and is at 001_initial_schema", "drop that table");
    }

    private Cli assertRefused(String reason) {
        List<String> before = sql().rows(TABLES);

        Cli refused = derrick("adopt", "--time-zone=UTC");

        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(refused.err()).contains(reason);
        assertThat(refused.out()).isEmpty();
        assertThat(sql().rows(TABLES)).isEqualTo(before);
        assertThat(sql().rows("SELECT current_setting('derrick.legacy_time_zone', true)"))
                .containsExactly("-");
        return refused;
    }

    private Cli derrick(String... words) {
        return Cli.run(Stream.concat(
                        Stream.of(words),
                        Stream.of("--database-url=" + database.address().url()))
                .toArray(String[]::new));
    }

    private Sql sql() {
        return new Sql(database.dataSource());
    }
}

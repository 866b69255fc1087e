package derrick.migrations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.catalog.Catalog;
import derrick.migrations.catalog.reader.CatalogReader;
import derrick.migrations.postgres.ApiRole;
import derrick.migrations.postgres.DatabaseAddress;
import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a backup by COPY does with objects that no revision makes. */
class UnmanagedObjectsTest {
    @RegisterExtension
    final TestDatabase source = TestDatabase.empty();

    @RegisterExtension
    final TestDatabase target = TestDatabase.empty();

    @TempDir
    Path scripts;

    @TempDir
    Path folder;

    private final List<String> differences = new ArrayList<>();
    private SampleDatabase sample = new SampleDatabase(Path.of(""));

    @BeforeEach
    void fill() {
        sample = SampleDatabase.in(scripts);
        sample.fill(source.dataSource());
    }

    @Test
    void unmanagedObjectsAreListedAndTheBackupFails() {
        createUnmanagedObjects();

        assertThatThrownBy(() -> backup(Backup.Scope.EVERYTHING))
                .isInstanceOf(BackupRefused.class)
                .hasMessage("COPY cannot save 8 differences to the revisions; install postgresql-client-%s, or add"
                                .formatted(majorVersion())
                        + " --managed-only");

        assertThat(differences)
                .containsExactlyInAnyOrder(
                        "enum mood is only in the database",
                        "sequence unmanaged_number is only in the database",
                        "function bang() is only in the database",
                        "table unmanaged is only in the database",
                        "column nothing.added is only in the database",
                        "index journal.journal_depth is only in the database",
                        "trigger well.bang is only in the database",
                        "view late is only in the database");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void managedOnlySavesTheObjectsOfTheRevisions() {
        List<String> before = SampleDatabase.content(source.dataSource());
        Catalog managed = CatalogReader.read(source.dataSource());
        createUnmanagedObjects();

        Backup.CompletedBackup taken = backup(Backup.Scope.MANAGED_ONLY);
        List<String> messages = restore(taken.file());

        assertThat(SampleDatabase.content(target.dataSource())).isEqualTo(before);
        assertThat(CatalogReader.read(target.dataSource())).isEqualTo(managed);
        assertThat(taken.manifest().notKept()).hasSize(8).isEqualTo(differences);
        assertThat(messages).hasSize(8).contains("not in the backup: table unmanaged is only in the database");
    }

    @Test
    void managedOnlyFailsIfRowsDoNotFitTheTablesOfTheRevisions() {
        new Sql(source.dataSource())
                .run(
                        "ALTER TABLE well ALTER COLUMN half TYPE double precision",
                        "UPDATE well SET half = 1e300 WHERE id = 2");

        assertThatThrownBy(() -> backup(Backup.Scope.MANAGED_ONLY))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("the rows do not fit the tables of the revisions: ")
                .hasMessageContaining("1e+300")
                .hasMessageContaining("install postgresql-client-");
        assertThat(differences).containsExactly("column well.half: type is double precision, not real");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void managedOnlySavesRowsOfAlteredTablesThatFit() {
        List<String> before = SampleDatabase.content(source.dataSource());
        Catalog managed = CatalogReader.read(source.dataSource());
        new Sql(source.dataSource())
                .run(
                        "ALTER TABLE well DROP CONSTRAINT well_favourite_fkey, ALTER COLUMN name TYPE varchar(90)",
                        "DROP INDEX well_name");

        restore(backup(Backup.Scope.MANAGED_ONLY).file());

        assertThat(SampleDatabase.content(target.dataSource())).isEqualTo(before);
        assertThat(CatalogReader.read(target.dataSource())).isEqualTo(managed);
        assertThat(differences).contains("index well.well_name is missing in the database");
    }

    @Test
    void grantsToTheRoleOfTheApiAreNoDifference() throws SQLException {
        Catalog before = CatalogReader.read(source.dataSource());
        List<Manifest.Grant> grants = grants();
        String name = source.address().database();
        new Sql(source.dataSource()).run("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(name));
        assertThat(ApiRole.prepare(source.dataSource())).hasToString("derrick_api");
        new Sql(source.dataSource()).run("GRANT CONNECT, TEMPORARY ON DATABASE %s TO PUBLIC".formatted(name));

        assertThat(CatalogReader.read(source.dataSource())).isEqualTo(before);
        assertThat(grants()).containsAll(grants).noneMatch(grant -> grant.role().equals(Optional.of("derrick_api")));
        restore(backup(Backup.Scope.EVERYTHING).file());
        assertThat(differences).isEmpty();
    }

    @Test
    void unmanagedGrantsAndSettingsAreListed() {
        SampleDatabase.addGrantsAndSettings(source.address());
        new Sql(source.dataSource())
                .run("ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO sample_reader");

        assertThatThrownBy(() -> backup(Backup.Scope.EVERYTHING)).isInstanceOf(BackupRefused.class);

        assertThat(differences)
                .containsExactlyInAnyOrder(
                        "default privileges TABLES of derrick in public to sample_reader is only in th…",
                        "grant on sequence well_id_seq to PUBLIC is only in the database",
                        "grant on table well to sample_reader with grant option is only in the database",
                        "revoke on function refuse() from PUBLIC is only in the database",
                        "grant on schema public to sample_reader is only in the database",
                        "grant of TEMPORARY on database to PUBLIC is missing in the database",
                        "setting search_path is only in the database",
                        "setting work_mem of role sample_reader is only in the database");
    }

    @Test
    void unmanagedObjectsThatAreNoTablesAreListed() {
        new Sql(source.dataSource())
                .run(
                        "CREATE SCHEMA \"Other Co\"",
                        "CREATE TABLE \"Other Co\".crews (id integer)",
                        "CREATE EXTENSION hstore",
                        "CREATE PUBLICATION wells FOR TABLE well",
                        "CREATE DOMAIN share AS numeric CHECK (VALUE <= 1)",
                        "CREATE STATISTICS depths ON rig, depth FROM journal",
                        "ALTER TABLE well ENABLE ROW LEVEL SECURITY");

        backup(Backup.Scope.MANAGED_ONLY);

        assertThat(differences)
                .contains(
                        "schema \"Other Co\" is only in the database",
                        "extension hstore is only in the database",
                        "publication wells is only in the database",
                        "domain share is only in the database",
                        "statistics depths is only in the database")
                .anyMatch(line -> line.contains("security"))
                .hasSize(6);
    }

    @Test
    void theTablesOfAnUnfinishedConversionAreListed() {
        new Sql(source.dataSource())
                .run("CREATE SCHEMA derrick_legacy", "CREATE TABLE derrick_legacy.\"us ers\" AS SELECT 1 AS id");

        assertThatThrownBy(() -> backup(Backup.Scope.EVERYTHING)).isInstanceOf(BackupRefused.class);

        assertThat(differences).containsExactly("table derrick_legacy.\"us ers\" is only in the database");
    }

    @Test
    void grantsOfRevisionsAndTheLegacyTimeZoneAreRestored() {
        new Sql(source.dataSource()).run("DROP ROLE IF EXISTS sample_reader", "CREATE ROLE sample_reader");
        new Scripts(scripts).write("V004__grant_reading.sql", "GRANT SELECT, UPDATE (name) ON well TO sample_reader;");
        sample.upgrade(source.dataSource());
        new Sql(source.dataSource())
                .run("ALTER DATABASE \"%s\" SET derrick.legacy_time_zone = 'Asia/O''Hara'"
                        .formatted(source.address().database()));

        List<String> messages = restore(backup(Backup.Scope.EVERYTHING).file());

        assertThat(messages).isEmpty();
        assertThat(SampleDatabase.grantsAndSettings(target.dataSource()))
                .isEqualTo(SampleDatabase.grantsAndSettings(source.dataSource()))
                .asString()
                .contains("Asia/O'Hara", "UPDATE (name)");
    }

    @Test
    void managedOnlyLeavesOutObjectsThatTheRoleCannotRead() {
        new Sql(source.dataSource())
                .run(
                        "DROP ROLE IF EXISTS backup_reader",
                        "CREATE ROLE backup_reader",
                        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO backup_reader",
                        "GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO backup_reader",
                        "CREATE SCHEMA closed CREATE TABLE secrets ()");
        DatabaseAddress reader = SampleDatabase.inRole("backup_reader", source.address());

        Backup.CompletedBackup taken = new Backup(
                        reader, sample.revisions(), SampleDatabase.scratchBeside(source.address()), "")
                .take(new BackupLocation(Optional.of(folder), folder), Backup.Scope.MANAGED_ONLY, BackupListener.NONE);

        restore(taken.file());
        assertThat(SampleDatabase.content(target.dataSource())).isEqualTo(SampleDatabase.content(source.dataSource()));
        assertThat(taken.manifest().notKept()).contains("schema closed is only in the database");
    }

    @Test
    void largeObjectsAreListed() {
        new Sql(source.dataSource()).run("SELECT lo_from_bytea(0, 'x'), lo_from_bytea(0, 'y')");

        backup(Backup.Scope.MANAGED_ONLY);

        assertThat(differences).containsExactly("group of 2 large objects is only in the database");
    }

    @Test
    void aDatabaseWithoutRevisionsNeedsPgDump() {
        new Sql(target.dataSource()).run("CREATE TABLE mine AS SELECT 1 AS x");

        assertThatThrownBy(() -> backup(target.address(), Backup.Scope.MANAGED_ONLY))
                .isInstanceOf(BackupRefused.class)
                .hasMessage("cannot back up by COPY: no revision created the tables; install postgresql-client-"
                        + majorVersion());
    }

    @Test
    void aDatabaseAtAnUnknownRevisionNeedsPgDump() {
        new Scripts(scripts).delete("V003__index_journal.sql");

        assertThatThrownBy(() -> backup(Backup.Scope.MANAGED_ONLY))
                .isInstanceOf(BackupRefused.class)
                .hasMessageStartingWith("cannot back up by COPY: the scripts of its revision are missing");
    }

    private List<Manifest.Grant> grants() throws SQLException {
        try (Connection connection = source.dataSource().getConnection()) {
            return new GrantsAndSettings(connection).grants();
        }
    }

    private void createUnmanagedObjects() {
        new Sql(source.dataSource())
                .run(
                        "CREATE TABLE unmanaged AS SELECT 1 AS number, 'one'::varchar(5) AS word",
                        "CREATE SEQUENCE unmanaged_number INCREMENT 5 START 7",
                        "ALTER TABLE nothing ADD COLUMN added text NOT NULL DEFAULT 'a'",
                        "CREATE TYPE mood AS ENUM ('good', 'bad')",
                        "CREATE FUNCTION bang() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE 'bang'; END$$",
                        "CREATE TRIGGER bang BEFORE INSERT ON well FOR EACH ROW EXECUTE FUNCTION bang()",
                        "CREATE INDEX journal_depth ON journal (depth)",
                        "CREATE VIEW late AS SELECT id FROM well");
    }

    private String majorVersion() {
        return new Sql(source.dataSource())
                .rows("SELECT current_setting('server_version_num')::integer / 10000")
                .get(0);
    }

    private Backup.CompletedBackup backup(Backup.Scope scope) {
        return backup(source.address(), scope);
    }

    private Backup.CompletedBackup backup(DatabaseAddress address, Backup.Scope scope) {
        return new Backup(address, sample.revisions(), SampleDatabase.scratchBeside(address), "")
                .take(new BackupLocation(Optional.of(folder), folder), scope, new BackupListener() {
                    @Override
                    public void notSaved(String difference) {
                        differences.add(difference);
                    }
                });
    }

    private List<String> restore(Path file) {
        List<String> messages = new ArrayList<>();
        try (Restore restore = Restore.of(file, sample.revisions(), bytes -> {})) {
            restore.into(target.address(), bytes -> {}, messages::add);
        }
        return messages;
    }
}

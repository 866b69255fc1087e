package derrick.migrations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.catalog.reader.CatalogReader;
import derrick.migrations.postgres.DatabaseAddress;
import derrick.migrations.run.MigrationListener;
import derrick.migrations.run.SchemaMigration;
import derrick.migrations.run.Stamp;
import derrick.migrations.testing.InstalledServer;
import derrick.migrations.testing.Sql;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DumpBackupTest {
    @RegisterExtension
    static final InstalledServer server = new InstalledServer();

    @TempDir
    Path scripts;

    @TempDir
    Path folder;

    private SampleDatabase sample = new SampleDatabase(Path.of(""));

    @BeforeEach
    void writeScripts() {
        sample = SampleDatabase.in(scripts);
    }

    @Test
    void aRestoredDatabaseEqualsTheOriginal() {
        DatabaseAddress source = filled();
        SampleDatabase.addGrantsAndSettings(source);
        DatabaseAddress target = server.newDatabase();

        Backup.CompletedBackup taken = backup(source, server.programs());
        List<String> messages = restore(taken.file(), target);

        assertThat(taken.manifest().method()).startsWith("pg_dump ");
        assertThat(SampleDatabase.content(target.dataSource()))
                .isNotEmpty()
                .isEqualTo(SampleDatabase.content(source.dataSource()));
        assertThat(SampleDatabase.constraintsAndTriggers(target.dataSource()))
                .isEqualTo(SampleDatabase.constraintsAndTriggers(source.dataSource()));
        assertThat(CatalogReader.read(target.dataSource())).isEqualTo(CatalogReader.read(source.dataSource()));
        assertThat(SampleDatabase.grantsAndSettings(target.dataSource()))
                .isEqualTo(SampleDatabase.grantsAndSettings(source.dataSource()));
        assertThat(messages).isEmpty();
    }

    @Test
    void aBackupCanBeRestoredIntoADatabaseAtBase() {
        DatabaseAddress source = filled();
        List<String> before = SampleDatabase.content(source.dataSource());
        Path file = backup(source, server.programs()).file();
        new Sql(source.dataSource())
                .run(
                        "DROP MATERIALIZED VIEW deepest",
                        "ALTER TABLE well DROP COLUMN favourite",
                        "DROP TABLE \"odd \"\"Name\", well, journal, nothing",
                        "DROP TYPE stage",
                        "DROP FUNCTION refuse");
        new SchemaMigration(source.dataSource(), sample.revisions())
                .stamp("base", Stamp.Precondition.NONE, MigrationListener.NONE);

        restore(file, source);

        assertThat(SampleDatabase.content(source.dataSource())).isEqualTo(before);
    }

    @Test
    void thePasswordIsNeitherInTheArgumentsOfPgDumpNorInTheFile() throws IOException {
        DatabaseAddress source = filled();
        Path arguments = folder.resolve("words");
        Path spy = Files.createDirectory(folder.resolve("bin")).resolve("pg_dump");
        Files.writeString(
                spy,
                "#!/bin/sh\necho \"$@\" >>%s\nexec %s \"$@\"\n"
                        .formatted(arguments, server.programs().resolve("pg_dump")));
        Files.setPosixFilePermissions(spy, PosixFilePermissions.fromString("rwxr-xr-x"));

        Backup.CompletedBackup taken = backup(source, spy.resolveSibling("."));

        assertThat(arguments).content().matches("--version\n--format=custom --no-password --snapshot=[-0-9A-F]+\n");
        assertThat(Files.readString(taken.file(), StandardCharsets.ISO_8859_1)).doesNotContain("ses=ame");
        assertThat(taken.manifest().toString()).doesNotContain("ses=ame");
    }

    @Test
    void errorsOfPgDumpDoNotContainThePassword() {
        DatabaseAddress source = filled();
        DatabaseAddress wrong = new DatabaseAddress(
                source.host(), source.port(), "rig=none", source.user(), source.password(), source.parameters());
        PgClientTool dumper =
                PgClientTool.find("pg_dump", 15, server.programs().toString()).orElseThrow();

        assertThatThrownBy(() -> dumper.read(wrong, List.of(), OutputStream.nullOutputStream()))
                .isInstanceOf(PgClientTool.ToolFailed.class)
                .hasMessageContaining("rig=none")
                .hasMessageNotContaining("ses=ame");
    }

    @Test
    void aRestoreWithoutAMatchingPgRestoreIsRejected() {
        Path file = backup(filled(), server.programs()).file();

        assertThatThrownBy(() -> Restore.of(file, sample.revisions(), bytes -> {}, ""))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("no pg_restore can read this backup by pg_dump ")
                .hasMessageContaining("install postgresql-client-");
        assertThat(PgClientTool.find("pg_dump", 999, server.programs().toString()))
                .isEmpty();
    }

    @Test
    void aFailedRestoreLeavesTheDatabaseEmpty() {
        DatabaseAddress source = filled();
        DatabaseAddress target = server.newDatabase();
        Sql sql = new Sql(source.dataSource());
        sql.run("CREATE ROLE guest", "CREATE POLICY guests ON well TO guest");
        Path file = backup(source, server.programs()).file();
        sql.run("DROP POLICY guests ON well", "DROP ROLE guest");

        assertThatThrownBy(() -> restore(file, target))
                .isInstanceOf(RestoreFailed.class)
                .hasMessageContaining("role \"guest\" does not exist")
                .hasMessageContaining("the database is unchanged");
        assertThat(SampleDatabase.content(target.dataSource())).isEmpty();
    }

    private DatabaseAddress filled() {
        DatabaseAddress source = server.newDatabase();
        sample.fill(source.dataSource());
        return source;
    }

    private Backup.CompletedBackup backup(DatabaseAddress source, Path programs) {
        return new Backup(source, sample.revisions(), SampleDatabase.scratchBeside(source), programs.toString())
                .take(new BackupLocation(Optional.of(folder), folder), Backup.Scope.EVERYTHING, BackupListener.NONE);
    }

    private List<String> restore(Path file, DatabaseAddress target) {
        List<String> messages = new ArrayList<>();
        try (Restore restore = Restore.of(
                file, sample.revisions(), bytes -> {}, server.programs().toString())) {
            restore.into(target, bytes -> {}, messages::add);
        }
        return messages;
    }
}

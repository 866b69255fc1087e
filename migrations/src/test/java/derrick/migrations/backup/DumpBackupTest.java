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

    private AwkwardDatabase awkward = new AwkwardDatabase(Path.of(""));

    @BeforeEach
    void writeScripts() {
        awkward = AwkwardDatabase.in(scripts);
    }

    @Test
    void whatComesBackIsWhatWasThere() {
        DatabaseAddress source = filled();
        AwkwardDatabase.addGrantsAndSettings(source);
        DatabaseAddress target = server.newDatabase();

        Backup.Taken taken = backup(source, server.programs());
        List<String> said = restore(taken.file(), target);

        assertThat(taken.manifest().way()).startsWith("pg_dump ");
        assertThat(AwkwardDatabase.content(target.dataSource()))
                .isNotEmpty()
                .isEqualTo(AwkwardDatabase.content(source.dataSource()));
        assertThat(AwkwardDatabase.constraintsAndTriggers(target.dataSource()))
                .isEqualTo(AwkwardDatabase.constraintsAndTriggers(source.dataSource()));
        assertThat(CatalogReader.read(target.dataSource())).isEqualTo(CatalogReader.read(source.dataSource()));
        assertThat(AwkwardDatabase.grantsAndSettings(target.dataSource()))
                .isEqualTo(AwkwardDatabase.grantsAndSettings(source.dataSource()));
        assertThat(said).isEmpty();
    }

    @Test
    void aDatabaseThatWentToBaseTakesItsBackupBack() {
        DatabaseAddress source = filled();
        List<String> before = AwkwardDatabase.content(source.dataSource());
        Path file = backup(source, server.programs()).file();
        new Sql(source.dataSource())
                .run(
                        "DROP MATERIALIZED VIEW deepest",
                        "ALTER TABLE well DROP COLUMN favourite",
                        "DROP TABLE \"odd \"\"Name\", well, journal, nothing",
                        "DROP TYPE stage",
                        "DROP FUNCTION refuse");
        new SchemaMigration(source.dataSource(), awkward.revisions())
                .stamp("base", Stamp.Precondition.NONE, MigrationListener.NONE);

        restore(file, source);

        assertThat(AwkwardDatabase.content(source.dataSource())).isEqualTo(before);
    }

    @Test
    void thePasswordIsNeitherAmongTheProgramsWordsNorInTheFile() throws IOException {
        DatabaseAddress source = filled();
        Path words = folder.resolve("words");
        Path spy = Files.createDirectory(folder.resolve("bin")).resolve("pg_dump");
        Files.writeString(
                spy,
                "#!/bin/sh\necho \"$@\" >>%s\nexec %s \"$@\"\n"
                        .formatted(words, server.programs().resolve("pg_dump")));
        Files.setPosixFilePermissions(spy, PosixFilePermissions.fromString("rwxr-xr-x"));

        Backup.Taken taken = backup(source, spy.resolveSibling("."));

        assertThat(words).content().matches("--version\n--format=custom --no-password --snapshot=[-0-9A-F]+\n");
        assertThat(Files.readString(taken.file(), StandardCharsets.ISO_8859_1)).doesNotContain("ses=ame");
        assertThat(taken.manifest().toString()).doesNotContain("ses=ame");
    }

    @Test
    void whatTheProgramSaysIsPassedOnWithoutThePassword() {
        DatabaseAddress source = filled();
        DatabaseAddress wrong = new DatabaseAddress(
                source.host(), source.port(), "rig=none", source.user(), source.password(), source.parameters());
        PgClientTool dumper =
                PgClientTool.find("pg_dump", 15, server.programs().toString()).orElseThrow();

        assertThatThrownBy(() -> dumper.read(wrong, List.of(), OutputStream.nullOutputStream()))
                .isInstanceOf(PgClientTool.Refused.class)
                .hasMessageContaining("rig=none")
                .hasMessageNotContaining("ses=ame");
    }

    @Test
    void withoutAProgramOfTheAgeItsBackupIsRefusedAndNothingTouched() {
        Path file = backup(filled(), server.programs()).file();

        assertThatThrownBy(() -> Restore.of(file, awkward.revisions(), bytes -> {}, ""))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("there is no pg_restore for this backup by pg_dump ")
                .hasMessageContaining("install postgresql-client-");
        assertThat(PgClientTool.find("pg_dump", 999, server.programs().toString()))
                .isEmpty();
    }

    @Test
    void whatFailsHalfWayLeavesNothing() {
        DatabaseAddress source = filled();
        DatabaseAddress target = server.newDatabase();
        Sql sql = new Sql(source.dataSource());
        sql.run("CREATE ROLE guest", "CREATE POLICY guests ON well TO guest");
        Path file = backup(source, server.programs()).file();
        sql.run("DROP POLICY guests ON well", "DROP ROLE guest");

        assertThatThrownBy(() -> restore(file, target))
                .isInstanceOf(RestoreFailed.class)
                .hasMessageContaining("role \"guest\" does not exist")
                .hasMessageContaining("the database is as it was");
        assertThat(AwkwardDatabase.content(target.dataSource())).isEmpty();
    }

    private DatabaseAddress filled() {
        DatabaseAddress source = server.newDatabase();
        awkward.fill(source.dataSource());
        return source;
    }

    private Backup.Taken backup(DatabaseAddress source, Path programs) {
        return new Backup(source, awkward.revisions(), AwkwardDatabase.scratchBeside(source), programs.toString())
                .take(new BackupLocation(Optional.of(folder), folder), Backup.Scope.EVERYTHING, BackupListener.NONE);
    }

    private List<String> restore(Path file, DatabaseAddress target) {
        List<String> said = new ArrayList<>();
        try (Restore restore = Restore.of(
                file, awkward.revisions(), bytes -> {}, server.programs().toString())) {
            restore.into(target, bytes -> {}, said::add);
        }
        return said;
    }
}

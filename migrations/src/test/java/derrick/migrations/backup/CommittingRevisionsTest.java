package derrick.migrations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import derrick.migrations.run.MigrationListener;
import derrick.migrations.run.SchemaMigration;
import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Tests backups by COPY with revisions that cannot run in one transaction. */
class CommittingRevisionsTest {
    @RegisterExtension
    final TestDatabase source = TestDatabase.empty();

    @RegisterExtension
    final TestDatabase target = TestDatabase.empty();

    @TempDir
    Path scripts;

    @TempDir
    Path folder;

    @BeforeEach
    void fill() {
        new Scripts(scripts)
                .table("001", "bit")
                .write("V002__add_maker.sql", """
                        ALTER TABLE bit ADD COLUMN maker text;
                        CREATE PROCEDURE fill_maker() LANGUAGE plpgsql AS $$
                        BEGIN
                            UPDATE bit SET maker = 'unknown';
                            COMMIT;
                            ALTER TABLE bit ALTER COLUMN maker SET NOT NULL;
                        END $$;
                        """)
                .write("V003__fill_maker.sql", "CALL fill_maker();\n")
                .write("V004__commit_once_more.sql", "DO $$ BEGIN CREATE TABLE pump (); COMMIT; END $$;\n");
        new SchemaMigration(source.dataSource(), new Scripts(scripts).revisions())
                .upgrade("head", MigrationListener.NONE);
        new Sql(source.dataSource()).run("INSERT INTO bit VALUES (1, 'Hughes')");
    }

    @Test
    void rowsAreRestored() {
        restore(backup());

        assertThat(new Sql(target.dataSource()).rows("SELECT * FROM bit")).containsExactly("1 Hughes");
        assertThat(SampleDatabase.content(target.dataSource())).isEqualTo(SampleDatabase.content(source.dataSource()));
    }

    @Test
    void theMessageOfAFailureSaysThatAnEmptySchemaRemains() {
        Path file = backup();
        new Scripts(scripts).write("V004__commit_once_more.sql", "ALTER TABLE bit ADD CHECK (maker = 'Smith');\n");

        assertThatThrownBy(() -> restore(file))
                .isInstanceOf(RestoreFailed.class)
                .hasMessageContaining("violates check constraint")
                .hasMessageEndingWith("; drop the database and restore into a new one");
    }

    private Path backup() {
        return new Backup(
                        source.address(),
                        new Scripts(scripts).revisions(),
                        SampleDatabase.scratchBeside(source.address()),
                        "")
                .take(new BackupLocation(Optional.of(folder), folder), Backup.Scope.EVERYTHING, BackupListener.NONE)
                .file();
    }

    private void restore(Path file) {
        try (Restore restore = Restore.of(file, new Scripts(scripts).revisions(), bytes -> {})) {
            restore.into(target.address(), bytes -> {}, line -> {});
        }
    }
}

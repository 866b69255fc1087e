package derrick.migrations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import derrick.migrations.run.SchemaMigration;
import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PreUpgradeBackupTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path scripts;

    @TempDir
    Path backups;

    private final List<String> messages = new ArrayList<>();

    @Test
    void onlyAnUpgradeThatDeletesDataTakesABackup() {
        new Scripts(scripts).table("001", "bit").table("002", "pump").write("V003__drop_pump.sql", "DROP TABLE pump;");
        upgrade("001", backups);
        new Sql(database.dataSource()).run("INSERT INTO bit VALUES (1)");
        upgrade("head", backups);
        assertThat(messages).isEmpty();
        assertThat(backups).isEmptyDirectory();

        new Scripts(scripts).write("V004__drop_bit.sql", "DROP TABLE bit;");
        upgrade("head", backups);

        assertThat(messages).hasSize(2).first().isEqualTo("to be lost: bit: 1 row");
        assertThat(messages.get(1)).startsWith("the backup is " + backups);
        assertThat(backups.toFile().list()).hasSize(1);
        assertThat(new Sql(database.dataSource()).rows("SELECT to_regclass('bit')"))
                .containsExactly("-");
    }

    @Test
    void theUpgradeDoesNotRunIfTheBackupFails() {
        new Scripts(scripts).table("001", "bit");
        upgrade("001", backups);
        new Sql(database.dataSource()).run("INSERT INTO bit VALUES (1)");
        new Scripts(scripts).write("V002__drop_bit.sql", "DROP TABLE bit;");

        assertThatThrownBy(() -> upgrade("head", backups.resolve("none/file.zip")))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("--no-backup");
        assertThat(new Sql(database.dataSource()).rows("SELECT id FROM bit")).containsExactly("1");
    }

    @Test
    void theUpgradeDoesNotRunIfCopyCannotSaveAllObjects() {
        new Scripts(scripts).table("001", "bit");
        upgrade("001", backups);
        new Sql(database.dataSource()).run("INSERT INTO bit VALUES (1)", "CREATE TABLE mast ()");
        assumeTrue(
                PgClientTool.find("pg_dump", majorVersion(), System.getenv().getOrDefault("PATH", ""))
                        .isEmpty(),
                "a matching pg_dump saves all objects");
        new Scripts(scripts).write("V002__drop_bit.sql", "DROP TABLE bit;");

        assertThatThrownBy(() -> upgrade("head", backups))
                .isInstanceOf(BackupRefused.class)
                .hasMessage("no upgrade, because the backup failed: COPY cannot save 1 difference"
                        + " to the revisions; install postgresql-client-%d, or add --managed-only;"
                                .formatted(majorVersion())
                        + " to do without, run 'derrick upgrade --no-backup'");
        assertThat(messages).containsExactly("to be lost: bit: 1 row", "table mast is only in the database");
        assertThat(new Sql(database.dataSource()).rows("SELECT id FROM bit")).containsExactly("1");
    }

    private int majorVersion() {
        return PgClientTool.major(
                new Sql(database.dataSource()).rows("SHOW server_version").get(0));
    }

    private void upgrade(String target, Path to) {
        PreUpgradeBackup backup = new PreUpgradeBackup(
                database.address(),
                new Scripts(scripts).revisions(),
                SampleDatabase.scratchBeside(database.address()),
                new BackupLocation(Optional.of(to), to),
                messages::add);
        new SchemaMigration(database.dataSource(), new Scripts(scripts).revisions()).upgrade(target, backup);
    }
}

package derrick.ops.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import derrick.migrations.testing.Scripts;
import derrick.migrations.testing.Sql;
import derrick.migrations.testing.TestDatabase;
import derrick.ops.Cli;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DataLossGuardTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @RegisterExtension
    final TestDatabase other = TestDatabase.empty();

    @TempDir
    Path scripts;

    @TempDir
    Path backups;

    @BeforeEach
    void makeBits() {
        new Scripts(scripts)
                .table("001", "bit")
                .table("002", "pump")
                .write("V003__name_maker.sql", "ALTER TABLE bit ADD COLUMN maker text;\n")
                .write("U003__name_maker.sql", "ALTER TABLE bit DROP COLUMN maker;\n")
                .write("V004__forget_bits.sql", "TRUNCATE bit;\n")
                .write("U004__forget_bits.sql", "SELECT 1;\n");
        assertThat(derrick("upgrade", "003").exitCode()).isZero();
        new Sql(database.dataSource()).run("INSERT INTO bit VALUES (1, 'Hughes'), (2, NULL)");
    }

    @Test
    void aDowngradeCountsLostRowsAndBacksThemUp() {
        Cli downgrade = derrick("downgrade", "001");

        assertThat(downgrade.exitCode()).isZero();
        assertThat(downgrade.out().lines()).containsExactly("undone 003_name_maker", "undone 002_make_pump");
        assertThat(downgrade.err())
                .contains("to be lost: bit.maker: 1 value\n", "to be lost: pump: 0 rows\n", "the backup is " + backups);
        assertThat(makers(database)).isEmpty();

        assertThat(Cli.run(
                                "restore",
                                onlyBackup().toString(),
                                "--migrations=" + scripts,
                                "--database-url=" + other.address().url())
                        .exitCode())
                .isZero();
        assertThat(makers(other)).containsExactly("1 Hughes", "2 -");
    }

    @Test
    void theJsonNamesTheBackup() {
        assertThat(derrick("downgrade", "--json").out())
                .startsWith("{\"undone\":[\"003\"],\"backup\":\"%s\"}".formatted(onlyBackup()));
    }

    @Test
    void losingRowsWithoutABackupNeedsConfirmation() {
        Cli refused = derrick("downgrade", "--no-backup");
        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(refused.err()).contains("add --yes");
        assertThat(makers(database)).hasSize(2);

        Cli done = derrick("downgrade", "--no-backup", "--yes");
        assertThat(done.exitCode()).isZero();
        assertThat(done.err()).contains("to be lost: bit.maker: 1 value").doesNotContain("the backup");
        assertThat(backups).isEmptyDirectory();
        // The downgrade to 001 drops only an empty table.
        assertThat(derrick("downgrade", "--no-backup").exitCode()).isZero();
    }

    @Test
    void aDowngradeToBaseNeedsConfirmation() {
        Cli refused = derrick("downgrade", "base");

        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(refused.err()).contains("to be lost: bit: 2 rows", "add --yes");
        assertThat(makers(database)).hasSize(2);
        assertThat(backups).isEmptyDirectory();
    }

    @Test
    void nothingRunsIfTheBackupFails() {
        Path nowhere = backups.resolve("none/file.zip");

        Cli refused = Cli.run(withDatabase("downgrade", "--yes", "--backup-to=" + nowhere));

        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(refused.err())
                .contains("nothing was run, because the backup failed: ", backups + "/none", "--no-backup");
        assertThat(refused.out()).isEmpty();
        assertThat(makers(database)).hasSize(2);
    }

    @Test
    void unmanagedObjectsAreNamedAndTheBackupIsRefused() {
        assumeTrue(
                Cli.run(withDatabase("backup", "--to=" + backups, "--json"))
                        .out()
                        .contains("\"way\":\"copy\""),
                "a pg_dump that fits keeps all");
        new Sql(database.dataSource()).run("CREATE TABLE mast (id integer)", "CREATE INDEX bit_maker ON bit (maker)");

        for (String command : List.of("downgrade", "upgrade")) {
            Cli refused = derrick(command);
            assertThat(refused.exitCode()).isEqualTo(5);
            assertThat(refused.err())
                    .contains(
                            "table mast is only in the database\n",
                            "bit_maker is only in the database\n",
                            "nothing was run, because the backup failed: COPY cannot save 2 differences",
                            "--managed-only");
            assertThat(makers(database)).hasSize(2);
        }
        Cli upgrade = derrick("upgrade", "--managed-only");
        assertThat(upgrade.exitCode()).isZero();
        assertThat(upgrade.err()).contains("table mast is only in the database\n", "the backup is ");
        assertThat(makers(database)).isEmpty();
    }

    @Test
    void anUpgradeThatLosesRowsTakesABackup() {
        Cli upgrade = derrick("upgrade");

        assertThat(upgrade.exitCode()).isZero();
        assertThat(upgrade.err()).contains("to be lost: bit: 2 rows", "the backup is " + onlyBackup());
        assertThat(makers(database)).isEmpty();
    }

    @Test
    void anUpgradeThatLosesNothingTakesNoBackup() {
        new Sql(database.dataSource()).run("DELETE FROM bit");

        assertThat(derrick("upgrade").err()).doesNotContain("lost", "backup");
        assertThat(backups).isEmptyDirectory();
    }

    @Test
    void aPlanListsLossesAndTakesNoBackup() {
        assertThat(derrick("upgrade", "--plan").out().lines())
                .containsExactly("apply 004_forget_bits: 1 statement", "lose bit: 2 rows");
        assertThat(derrick("downgrade", "--plan", "--json").out())
                .contains("\"losses\":[{\"name\":\"bit.maker\",\"kind\":\"column\",\"rows\":1}]}");
        assertThat(derrick("downgrade", "003:base", "--plan").out().lines())
                .endsWith("lose pump: all rows", "lose bit: all rows");
        assertThat(backups).isEmptyDirectory();
    }

    /** Returns the bits with their makers, or none if the column does not exist. */
    private static List<String> makers(TestDatabase database) {
        return new Sql(database.dataSource())
                .rows("SELECT id, to_jsonb(bit) ->> 'maker' FROM bit"
                        + " WHERE jsonb_exists(to_jsonb(bit), 'maker') ORDER BY id");
    }

    private Path onlyBackup() {
        String[] files = backups.toFile().list();
        assertThat(files).hasSize(1);
        return backups.resolve(files[0]);
    }

    private Cli derrick(String... words) {
        return Cli.run(withDatabase(Stream.concat(Stream.of(words), Stream.of("--backup-to=" + backups))
                .toArray(String[]::new)));
    }

    private String[] withDatabase(String... words) {
        return Stream.concat(
                        Stream.of(words),
                        Stream.of(
                                "--migrations=" + scripts,
                                "--database-url=" + database.address().url()))
                .toArray(String[]::new);
    }
}

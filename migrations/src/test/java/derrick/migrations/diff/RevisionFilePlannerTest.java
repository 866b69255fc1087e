package derrick.migrations.diff;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.diff.GeneratedRevisions.RevisionFiles;
import derrick.migrations.diff.plan.ChangePlan;
import derrick.migrations.diff.plan.ChangePlan.Stage;
import derrick.migrations.diff.plan.ChangeStep;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionFilePlannerTest {
    private static final MigrationFolder FOLDER = new MigrationFolder(Path.of("files"), List.of(), List.of(), 6);
    private static final ChangeStep COLUMN =
            ChangeStep.of("ALTER TABLE rig ADD COLUMN owner text", "ALTER TABLE rig DROP COLUMN owner");
    private static final ChangeStep INDEX = ChangeStep.of(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS rig_owner_idx ON rig (owner)",
            "DROP INDEX CONCURRENTLY IF EXISTS rig_owner_idx");
    private static final ChangeStep DROP = ChangeStep.of(
                    "ALTER TABLE rig DROP COLUMN speed", "ALTER TABLE rig ADD COLUMN speed real")
            .withLoss("the values of rig.speed", "rig.speed")
            .suppressing("drop-column", "it is not declared any more");

    private final ChangePlan plan = new ChangePlan();

    @Test
    void eachStageHasItsFilesAndOnlyTransactionalOnesALockTimeout() {
        plan.add(Stage.BUILD_INDEX, "rig", INDEX);
        plan.add(Stage.CREATE, "rig", COLUMN);

        List<RevisionFiles> files = files(true);

        assertThat(files)
                .extracting(RevisionFiles::name)
                .containsExactly("007_add_owner_rig", "008_add_owner_index_rig");
        assertThat(files.get(0).upgrade().text()).isEqualTo("""
                -- Add owner; rig

                SET LOCAL lock_timeout = '5s';

                ALTER TABLE rig ADD COLUMN owner text;
                """);
        assertThat(files.get(1).upgrade().text()).isEqualTo("""
                -- Add owner; index rig

                CREATE INDEX CONCURRENTLY IF NOT EXISTS rig_owner_idx ON rig (owner);
                """);
    }

    @Test
    void theDowngradeReversesTheOrderOfSteps() {
        plan.add(Stage.CREATE, "rig", COLUMN);
        plan.add(Stage.CREATE, "rig", ChangeStep.of("COMMENT ON TABLE rig IS 'a'", "COMMENT ON TABLE rig IS NULL"));

        assertThat(files(true).get(0).downgrade().text())
                .startsWith("-- Reverts: Add owner\n")
                .containsSubsequence("COMMENT ON TABLE rig IS NULL;", "DROP COLUMN owner;");
    }

    @Test
    void aStepThatLosesDataIsCommentedOutUnlessAllowed() {
        plan.add(Stage.DROP, "rig", DROP);

        assertThat(files(false).get(0).upgrade().text())
                .contains("-- Commented out, because it loses the values of rig.speed.")
                .contains("-- ALTER TABLE rig DROP COLUMN speed;");
        assertThat(files(true).get(0).upgrade().text())
                .contains("-- verify:differs rig.speed because it loses the values of rig.speed")
                .contains("-- lint:allow drop-column because it is not declared any more")
                .contains("\nALTER TABLE rig DROP COLUMN speed;");
    }

    @Test
    void aRejectedStepIsCommentedOutInTheFileOfTheOthers() {
        plan.add(Stage.CREATE, "rig", COLUMN);
        plan.add(Stage.VALIDATE, "bit", INDEX);
        plan.markUpgradeFailed(INDEX, "no such table");

        assertThat(files(true))
                .singleElement()
                .satisfies(files -> assertThat(files.upgrade().text())
                        .contains("-- Commented out, because PostgreSQL rejects it: no such table.")
                        .contains("-- CREATE INDEX CONCURRENTLY"));
    }

    @Test
    void aPlanThatIsRejectedAsAWholeHasNoFiles() {
        plan.add(Stage.CREATE, "rig", COLUMN);
        plan.markUpgradeFailed(COLUMN, "no such table");

        assertThat(files(true)).isEmpty();
    }

    @Test
    void aBlankRevisionHasNoStatementsOfItsOwn() {
        RevisionFiles blank = RevisionFilePlanner.blank(FOLDER, Description.of("Add owner"));

        assertThat(blank.name()).isEqualTo("007_add_owner");
        assertThat(blank.id()).isEqualTo("007");
        assertThat(blank.upgrade().text()).isEqualTo("-- Add owner\n\nSET LOCAL lock_timeout = '5s';\n");
        assertThat(blank.downgrade().text()).startsWith("-- Reverts: Add owner\n");
    }

    private List<RevisionFiles> files(boolean destructive) {
        return new RevisionFilePlanner(FOLDER, Description.of("Add owner"), destructive).files(plan.groups());
    }
}

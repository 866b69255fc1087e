package derrick.migrations.diff;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.diff.GeneratedRevisions.RevisionFiles;
import derrick.migrations.revision.Script;
import derrick.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScratchTrialTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.empty();

    private final ScratchTrial trial = new ScratchTrial(
            new MigrationFolder(
                    Path.of("files"), List.of(script("V001__make_rig.sql", "CREATE TABLE rig (id int)")), List.of(), 1),
            database.scratch());

    @Test
    void aDowngradeThatLeavesAColumnIsReported() {
        assertThat(trial.roundTrip(
                                List.of(
                                        files(2, "ALTER TABLE rig ADD name text", "SELECT 1"),
                                        files(3, "CREATE TABLE bit (id int)", "DROP TABLE bit")),
                                false)
                        .irreversible())
                .containsExactly("U002__add_it.sql does not restore the schema:"
                        + " column rig.name is only in the scratch database");
    }

    @Test
    void aReversibleRoundTripReturnsTheSchemaAtTheHead() {
        assertThat(trial.roundTrip(
                                List.of(
                                        files(2, "ALTER TABLE rig ADD name text", "ALTER TABLE rig DROP name"),
                                        files(3, "CREATE TABLE bit (id int)", "DROP TABLE bit")),
                                false)
                        .head()
                        .tables())
                .containsOnlyKeys("\"bit\"", "rig");
    }

    private static RevisionFiles files(int number, String up, String down) {
        return new RevisionFiles(
                script("V00%d__add_it.sql".formatted(number), up), script("U00%d__add_it.sql".formatted(number), down));
    }

    private static Script script(String file, String sql) {
        return new Script(file, "files/" + file, sql + ";");
    }
}

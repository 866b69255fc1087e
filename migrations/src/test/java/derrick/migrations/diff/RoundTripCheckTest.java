package derrick.migrations.diff;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.revision.Script;
import derrick.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RoundTripCheckTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.empty();

    private final RoundTripCheck proof = new RoundTripCheck(
            new MigrationFolder(
                    Path.of("files"), List.of(script("V001__make_rig.sql", "CREATE TABLE rig (id int)")), List.of(), 1),
            database.scratch(),
            false);

    @Test
    void aWayBackThatLeavesSomethingIsNamed() {
        assertThat(proof.of(List.of(
                                pair(2, "ALTER TABLE rig ADD name text", "SELECT 1"),
                                pair(3, "CREATE TABLE bit (id int)", "DROP TABLE bit")))
                        .notBack())
                .containsExactly(
                        "U002__add_it.sql would not lead back: column rig.name is only in the scratch database");
    }

    @Test
    void aWayThatLeadsBackStepByStepGivesTheSchemaAtItsTop() {
        assertThat(proof.of(List.of(
                                pair(2, "ALTER TABLE rig ADD name text", "ALTER TABLE rig DROP name"),
                                pair(3, "CREATE TABLE bit (id int)", "DROP TABLE bit")))
                        .top()
                        .tables())
                .containsOnlyKeys("\"bit\"", "rig");
    }

    private static RevisionFiles pair(int number, String up, String down) {
        return new RevisionFiles(
                script("V00%d__add_it.sql".formatted(number), up), script("U00%d__add_it.sql".formatted(number), down));
    }

    private static Script script(String file, String sql) {
        return new Script(file, "files/" + file, sql + ";");
    }
}

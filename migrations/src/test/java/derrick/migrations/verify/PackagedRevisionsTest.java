package derrick.migrations.verify;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.revision.Revisions;
import derrick.migrations.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PackagedRevisionsTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.empty();

    @Test
    void eachCanBeTakenBackWithItsRowsAndComeAgain() {
        assertThat(Verified.by(Revisions.packaged(), database).findings()).isEmpty();
    }
}

package derrick.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;

import derrick.migrations.revision.Revisions;
import org.junit.jupiter.api.Test;

class PackagedRevisionsTest {
    @Test
    void thePackagedScriptsHaveNoFindings() {
        assertThat(Lint.check(Revisions.packaged())).isEmpty();
    }
}

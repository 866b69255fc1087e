package derrick.migrations.verify;

import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import derrick.migrations.scratch.ScratchDatabase;
import derrick.migrations.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;

/**
 * What a verification came to.
 *
 * @param findings revision, step and sentence of each
 * @param refused what revisions had against rows
 */
record Verified(List<String> findings, List<String> refused) {
    static Verified by(Revisions revisions, TestDatabase database) {
        List<String> refused = new ArrayList<>();
        VerificationListener listener = new VerificationListener() {
            @Override
            public void verifies(Revision revision) {}

            @Override
            public void refused(Revision revision, String reason) {
                refused.add(revision.id() + " " + reason);
            }
        };
        try (ScratchDatabase scratch = database.scratch().empty()) {
            return new Verified(
                    new Verification(revisions, scratch, listener)
                            .run().stream()
                                    .map(finding -> "%s %s: %s"
                                            .formatted(
                                                    finding.revision()
                                                            .map(Revision::id)
                                                            .orElse("all"),
                                                    finding.step().words(),
                                                    finding.what()))
                                    .toList(),
                    refused);
        }
    }
}

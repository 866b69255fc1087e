package derrick.migrations.verify;

import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import derrick.migrations.scratch.ScratchDatabase;
import derrick.migrations.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;

/**
 * The result of a verification.
 *
 * @param findings the findings as revision, step and sentence
 * @param rejections the reasons for which revisions rejected edge cases
 */
record Verified(List<String> findings, List<String> rejections) {
    static Verified by(Revisions revisions, TestDatabase database) {
        List<String> rejections = new ArrayList<>();
        VerificationListener listener = new VerificationListener() {
            @Override
            public void verifying(Revision revision) {}

            @Override
            public void edgeCasesRejected(Revision revision, String reason) {
                rejections.add(revision.id() + " " + reason);
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
                    rejections);
        }
    }
}

package derrick.migrations.run.plan;

import derrick.migrations.revision.MalformedRevisions;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Script;
import derrick.migrations.sql.TransactionControl;

/**
 * A revision to apply or undo.
 *
 * @param script the script that does it
 */
public record MigrationStep(Revision revision, Script script) {
    /** @throws MalformedRevisions if the script begins or ends a transaction, so that its history row could be wrong */
    public MigrationStep {
        script.statements().stream().filter(TransactionControl::is).findFirst().ifPresent(control -> {
            throw MalformedRevisions.at(
                    script,
                    control.line(),
                    "%s must be removed: each revision runs in a transaction of its own"
                            .formatted(control.tokens().get(0).keyword()));
        });
    }

    /** Returns the number of statements. */
    public int statementCount() {
        return script.statements().size();
    }

    /** True if the script runs in a transaction. */
    public boolean isTransactional() {
        return script.isTransactional();
    }
}

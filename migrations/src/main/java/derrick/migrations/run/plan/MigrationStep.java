package derrick.migrations.run.plan;

import derrick.migrations.revision.MalformedRevisions;
import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Script;
import derrick.migrations.sql.TransactionControl;

/**
 * One revision that is to be applied or taken back.
 *
 * @param script what is to run
 */
public record MigrationStep(Revision revision, Script script) {
    /** @throws MalformedRevisions if the script begins or ends a transaction, for then its history may tell a lie */
    public MigrationStep {
        script.statements().stream().filter(TransactionControl::is).findFirst().ifPresent(bound -> {
            throw MalformedRevisions.at(
                    script,
                    bound.line(),
                    "%s is not for a script to say; leave it out, each revision is a transaction by itself"
                            .formatted(bound.tokens().get(0).keyword()));
        });
    }

    /** How many statements it has. */
    public int statementCount() {
        return script.statements().size();
    }

    /** Whether all of it is done or nothing. */
    public boolean isTransactional() {
        return script.isTransactional();
    }
}

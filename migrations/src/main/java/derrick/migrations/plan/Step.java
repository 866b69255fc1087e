package derrick.migrations.plan;

import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Script;

/**
 * One revision that is to be applied or taken back.
 *
 * @param script what is to run
 */
public record Step(Revision revision, Script script) {
    /** How many statements it has. */
    public int statementCount() {
        return script.statements().size();
    }

    /** Whether all of it is done or nothing. */
    public boolean isTransactional() {
        return script.isTransactional();
    }
}

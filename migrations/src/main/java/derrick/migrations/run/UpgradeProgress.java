package derrick.migrations.run;

import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Script;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;

/**
 * How an upgrade gets on: the scripts run, the listener hears of it, and what goes wrong first is remembered, for
 * Flyway may fail itself over what follows. That a revision has ended the listener hears once it is committed.
 */
final class UpgradeProgress {
    private final LockRetry patience;
    private final boolean inOneTransaction;
    private final List<Revision> begun = new ArrayList<>();
    private final List<Script> uncommitted = new ArrayList<>();
    private Optional<RuntimeException> failure = Optional.empty();

    /** @param inOneTransaction whether nothing is committed before all of it is */
    UpgradeProgress(LockRetry patience, boolean inOneTransaction) {
        this.patience = patience;
        this.inOneTransaction = inOneTransaction;
    }

    /** Runs a script; fails with what Flyway takes for a failure. */
    void run(Revision revision, Script script, Connection connection) {
        if (!inOneTransaction) {
            allEnded();
        }
        begun.add(revision);
        uncommitted.add(script);
        patience.listener().begins(revision);
        try {
            new ScriptExecution(connection, patience).run(revision, script);
        } catch (RuntimeException broken) {
            failure = Optional.of(broken);
            throw new FlywayException(broken);
        }
    }

    /** What began is committed; also to be called when nothing comes after it. */
    void allEnded() {
        begun.forEach(patience.listener()::ended);
        begun.clear();
        uncommitted.clear();
    }

    /** The first thing that went wrong, in words of ours; the last that Flyway said of it tells the rest. */
    RuntimeException failure(FlywayException said) {
        return failure.orElseGet(() -> {
            RuntimeException inWordsOfOurs = FlywayErrorTranslator.inWordsOfOurs(
                    said, uncommitted.size() == 1 ? Optional.of(uncommitted.get(0)) : Optional.empty());
            if (inWordsOfOurs instanceof LockTimeoutException && !inOneTransaction) {
                allEnded();
            }
            return inWordsOfOurs;
        });
    }
}

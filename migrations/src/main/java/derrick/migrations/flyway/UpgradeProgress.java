package derrick.migrations.flyway;

import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Tells a listener how an upgrade gets on. Flyway speaks of the end of a revision before it commits; the listener hears
 * of it after.
 */
final class UpgradeProgress implements Callback {
    private final Revisions revisions;
    private final MigrationListener listener;
    private final boolean inOneTransaction;
    private final List<Revision> begun = new ArrayList<>();

    /** @param inOneTransaction whether nothing is committed before all of it is */
    UpgradeProgress(Revisions revisions, MigrationListener listener, boolean inOneTransaction) {
        this.revisions = revisions;
        this.listener = listener;
        this.inOneTransaction = inOneTransaction;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE_STATEMENT;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        Revision revision = revisions
                .find(Integer.parseInt(context.getMigrationInfo().getVersion().getVersion()))
                .orElseThrow();
        if (event == Event.BEFORE_EACH_MIGRATE) {
            if (!inOneTransaction) {
                allEnded();
            }
            begun.add(revision);
            LockTimeout.set(context.getConnection(), revisions.upgradeScript(revision));
            listener.begins(revision);
        } else {
            context.getStatement().getWarnings().stream()
                    .filter(warning -> Warnings.matter(warning.getState()))
                    .forEach(warning -> listener.warned(revision, warning.getMessage()));
        }
    }

    @Override
    public String getCallbackName() {
        return "progress";
    }

    /** What began is committed; also to be called when nothing comes after it. */
    void allEnded() {
        begun.forEach(listener::ended);
        begun.clear();
    }
}

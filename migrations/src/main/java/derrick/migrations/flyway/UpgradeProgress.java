package derrick.migrations.flyway;

import derrick.migrations.revision.Revision;
import derrick.migrations.revision.Revisions;
import java.util.Optional;
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
    private Optional<Revision> begun = Optional.empty();

    UpgradeProgress(Revisions revisions, MigrationListener listener) {
        this.revisions = revisions;
        this.listener = listener;
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
            lastEnded();
            begun = Optional.of(revision);
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

    /** The revision that began last is committed; also to be called when there is no next one. */
    void lastEnded() {
        begun.ifPresent(listener::ended);
        begun = Optional.empty();
    }
}

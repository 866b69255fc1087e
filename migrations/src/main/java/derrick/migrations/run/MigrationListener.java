package derrick.migrations.run;

import derrick.migrations.revision.Revision;
import derrick.migrations.run.plan.MigrationPlan;

/** Receives the progress of a migration, in the order of events. */
public interface MigrationListener {
    /** Ignores all events. */
    MigrationListener NONE = new MigrationListener() {};

    /** Called before the first script runs; not called if the plan is empty. An exception cancels the migration. */
    default void planned(MigrationPlan plan) {}

    /** Called when another session holds a lock, before the retry. The reason names the session or the statement. */
    default void waiting(String reason) {}

    /** Called before a revision's script runs. */
    default void started(Revision revision) {}

    /** Called for each warning that PostgreSQL gives for a statement. */
    default void warned(Revision revision, String warning) {}

    /** Called after a revision is committed. */
    default void committed(Revision revision) {}
}

package derrick.migrations.run;

import derrick.migrations.revision.Revision;
import derrick.migrations.run.plan.MigrationPlan;

/** Receives the progress of a migration, in the order of events. */
public interface MigrationListener {
    /** Hears nothing. */
    MigrationListener NONE = new MigrationListener() {};

    /** What is to run, before any of it does; who objects throws, and nothing runs. Not called if it is nothing. */
    default void planned(MigrationPlan plan) {}

    /** Somebody else's lock is in the way; it will be tried again. The reason says whose, or where. */
    default void waits(String reason) {}

    /** The script that leads to the revision, or back from it, is about to run. */
    default void begins(Revision revision) {}

    /** PostgreSQL warns of something that the script does. */
    default void warned(Revision revision, String warning) {}

    /** The script ran, and what it did is committed. */
    default void ended(Revision revision) {}
}

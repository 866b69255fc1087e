package derrick.migrations.run;

/** A database has tables but no history, so that its revision is unknown. Nothing was run. */
public final class UnmanagedDatabase extends RuntimeException {
    UnmanagedDatabase() {
        super("somebody else made what this database holds: there is no history of revisions;"
                + " 'derrick adopt' takes it over from Alembic, 'derrick stamp' from hands, or take an empty one");
    }
}

package derrick.migrations.run;

/** Thrown when a database has tables but no history, so that its revision is unknown. Nothing was changed. */
public final class UnmanagedDatabase extends RuntimeException {
    UnmanagedDatabase() {
        super("the database has tables but no history of revisions; run 'derrick adopt' to take it over"
                + " from Alembic, or 'derrick stamp' to record its revision, or use an empty database");
    }
}

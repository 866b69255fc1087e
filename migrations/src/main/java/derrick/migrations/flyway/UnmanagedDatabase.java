package derrick.migrations.flyway;

/** A database holds what no revision made, so that nobody can say which of them to apply. Nothing was run. */
public final class UnmanagedDatabase extends RuntimeException {
    UnmanagedDatabase() {
        super("somebody else made what this database holds: there is no history of revisions;"
                + " 'derrick adopt' takes it over from Alembic, 'derrick stamp' from hands, or take an empty one");
    }
}

package derrick.migrations.flyway;

/** A database has tables that no revision made, so that nobody can say which of them to make. Nothing was run. */
public final class UnmanagedDatabase extends RuntimeException {
    UnmanagedDatabase() {
        super("the database has tables but no history of revisions: somebody else made them; take an empty one");
    }
}

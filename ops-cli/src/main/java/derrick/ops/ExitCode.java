package derrick.ops;

/** The exit codes, the same for all commands. */
public enum ExitCode {
    /** Success, or nothing to do. */
    DONE(0),
    /** Success with findings: differences, rejected rows, conflicts. */
    FINDING(1),
    /** Invalid arguments, or unreadable input. */
    USAGE(2),
    /** The database is unavailable or denies access. */
    DATABASE(3),
    /** A migration failed and was rolled back. */
    MIGRATION(4),
    /** The command refused to run because it could damage data. */
    REFUSED(5),
    /** Another session held a lock for too long. */
    LOCKED(6),
    /** An internal error. */
    DEFECT(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}

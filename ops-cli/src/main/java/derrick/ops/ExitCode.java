package derrick.ops;

/** What a command tells the shell, the same for all commands. */
public enum ExitCode {
    /** Done, or there was nothing to do. */
    DONE(0),
    /** Done, and there is something to look at: a difference, rejected rows, conflicts. */
    FINDING(1),
    /** The command was written wrongly, or its input cannot be read. */
    USAGE(2),
    /** The database cannot be reached, or refused. */
    DATABASE(3),
    /** A migration failed; nothing is half applied. */
    MIGRATION(4),
    /** Refused for safety. */
    REFUSED(5),
    /** Somebody else held the lock for too long. */
    LOCKED(6),
    /** A defect of the platform itself. */
    DEFECT(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}

package derrick.ops;

/** A command cannot go on, for a reason that its user can do something about. */
public final class CommandFailed extends RuntimeException {
    private final ExitCode exitCode;

    /** @param reason one sentence: what was wrong, and what would be right */
    public CommandFailed(ExitCode exitCode, String reason) {
        super(reason);
        this.exitCode = exitCode;
    }

    public static CommandFailed usage(String reason) {
        return new CommandFailed(ExitCode.USAGE, reason);
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}

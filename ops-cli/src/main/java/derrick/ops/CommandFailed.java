package derrick.ops;

/** Ends a command with a message that its user can act on. */
public final class CommandFailed extends RuntimeException {
    private final ExitCode exitCode;

    /** @param reason one sentence: what is wrong and what helps */
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

package derrick.ops.revision;

import derrick.ops.CommandFailed;
import derrick.ops.ExitCode;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The time for which a migration retries to get a lock. */
final class WaitOption {
    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long to retry while another session holds a lock (default: 60).")
    private int seconds = 60;

    Duration patience() {
        if (seconds < 0) {
            throw new CommandFailed(ExitCode.USAGE, "--wait takes seconds from 0 on, not " + seconds);
        }
        return Duration.ofSeconds(seconds);
    }
}

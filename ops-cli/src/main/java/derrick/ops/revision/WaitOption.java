package derrick.ops.revision;

import derrick.ops.CommandFailed;
import derrick.ops.ExitCode;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How long a migration puts up with the locks of others. */
final class WaitOption {
    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long to try again while others hold a lock that is needed (default: 60).")
    private int seconds = 60;

    Duration patience() {
        if (seconds < 0) {
            throw new CommandFailed(ExitCode.USAGE, "--wait takes seconds from 0 on, not " + seconds);
        }
        return Duration.ofSeconds(seconds);
    }
}

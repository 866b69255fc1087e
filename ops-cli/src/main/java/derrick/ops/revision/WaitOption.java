package derrick.ops.revision;

import derrick.ops.CommandFailed;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Option {@code --wait}: how long a migration retries while another session holds a lock. */
final class WaitOption {
    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long to retry while another session holds a lock (default: 60).")
    private int seconds = 60;

    Duration limit() {
        if (seconds < 0) {
            throw CommandFailed.usage("--wait must be 0 seconds or more, not " + seconds);
        }
        return Duration.ofSeconds(seconds);
    }
}

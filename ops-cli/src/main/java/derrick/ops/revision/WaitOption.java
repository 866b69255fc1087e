package derrick.ops.revision;

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
        return Duration.ofSeconds(seconds);
    }
}

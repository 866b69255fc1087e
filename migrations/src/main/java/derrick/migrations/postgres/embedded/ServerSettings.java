package derrick.migrations.postgres.embedded;

import java.util.ArrayList;
import java.util.List;

/**
 * The settings with which the server starts.
 *
 * @param durable true if committed rows must survive a power failure; false only in tests
 * @param more further settings, as {@code name=value} without blanks, which override the others
 */
record ServerSettings(boolean durable, List<String> more) {
    /** The settings for data that must last. */
    static final ServerSettings DURABLE = new ServerSettings(true, List.of());

    ServerSettings {
        more = List.copyOf(more);
    }

    /** Returns the command-line options of the server, which override its configuration file. */
    List<String> options() {
        String safety = durable ? "on" : "off";
        List<String> settings = new ArrayList<>(List.of(
                "listen_addresses=",
                "port=" + SocketFolder.PORT,
                // The working directory of the server, which is the data directory.
                "unix_socket_directories=.",
                "unix_socket_permissions=0700",
                "fsync=" + safety,
                "synchronous_commit=" + safety,
                "full_page_writes=" + safety,
                "timezone=UTC",
                "log_timezone=UTC",
                "log_checkpoints=off"));
        settings.addAll(more);
        List<String> options = new ArrayList<>();
        for (String setting : settings) {
            options.add("-c");
            options.add(setting);
        }
        return options;
    }
}

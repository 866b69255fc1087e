package derrick.migrations.postgres.embedded;

import java.util.ArrayList;
import java.util.List;

/**
 * How a server is run.
 *
 * @param durable whether a committed row must survive a power cut; false only where the data are thrown away
 * @param more further settings, as {@code name=value} without blanks; they win over the others
 */
record ServerSettings(boolean durable, List<String> more) {
    /** How people's data are kept. */
    static final ServerSettings DURABLE = new ServerSettings(true, List.of());

    ServerSettings {
        more = List.copyOf(more);
    }

    /** Options of the server; they win over its configuration file. */
    List<String> options() {
        String safety = durable ? "on" : "off";
        List<String> settings = new ArrayList<>(List.of(
                "listen_addresses=",
                "port=" + SocketFolder.PORT,
                // The data directory, in which the server works.
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

package derrick.api;

import derrick.migrations.postgres.DatabaseAddress;
import derrick.migrations.postgres.DatabaseSettings;
import derrick.migrations.postgres.InvalidDatabaseUrl;
import java.nio.file.Path;
import java.util.Optional;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.ArgumentParserException;
import net.sourceforge.argparse4j.inf.ArgumentType;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * The options of {@code up}.
 *
 * @param demoSpeed how many seconds pass on the demo's rigs in one second
 */
record UpOptions(
        int port,
        int adminPort,
        Optional<Path> dataDir,
        Optional<String> databaseUrl,
        boolean migrate,
        boolean demo,
        double demoSpeed) {
    private static final int LARGEST_PORT = 65_535;
    private static final int FASTEST = 3_600;

    /** What {@code up --help} prints. */
    static final String HELP = """
            usage: ./derrick up [options]

            Runs the platform on this machine: its database, the API, health and metrics.
            Ctrl-C stops it; requests in flight are finished first.

              --port PORT         port of the API, 0 for any that is free (usual: 8080)
              --admin-port PORT   port of health and metrics, 0 for any that is free
                                  (usual: 8081, or any that is free with --port 0)
              --data-dir DIR      folder for the database and the log (usual: .derrick)
              --database-url URL  use this PostgreSQL instead of the embedded one, as in
                                  postgresql://user@host:5432/name
              --migrate           bring the schema of that PostgreSQL to head
              --demo              let two simulated rigs drill and report
              --demo-speed N      let N seconds pass on them in one second (usual: 1)
              --help              print this
            """;

    static void describe(Subparser up) {
        up.addArgument("--port").type(number(0, LARGEST_PORT)).setDefault(8080);
        up.addArgument("--admin-port").type(number(0, LARGEST_PORT));
        up.addArgument("--data-dir");
        up.addArgument("--database-url");
        up.addArgument("--migrate").action(Arguments.storeTrue());
        up.addArgument("--demo").action(Arguments.storeTrue());
        up.addArgument("--demo-speed").type(number(1, FASTEST));
    }

    /**
     * @throws StartupFailure if two options contradict each other
     * @throws InvalidDatabaseUrl if the URL cannot be read
     */
    static UpOptions of(Namespace given) {
        boolean demo = given.getBoolean("demo");
        Optional<Integer> speed = Optional.ofNullable(given.getInt("demo_speed"));
        if (speed.isPresent() && !demo) {
            throw new StartupFailure(
                    StartupFailure.USAGE, "--demo-speed goes with --demo only; see ./derrick up --help");
        }
        int port = given.getInt("port");
        int adminPort = Optional.ofNullable(given.getInt("admin_port")).orElse(port == 0 ? 0 : 8081);
        if (port == adminPort && port != 0) {
            throw new StartupFailure(StartupFailure.USAGE, "--port and --admin-port must differ; both are " + port);
        }
        Optional<String> dataDir = Optional.ofNullable(given.getString("data_dir"));
        if (dataDir.filter(String::isBlank).isPresent()) {
            throw new StartupFailure(StartupFailure.USAGE, "--data-dir must name a folder; leave it out for .derrick");
        }
        Optional<String> databaseUrl = Optional.ofNullable(given.getString("database_url"));
        databaseUrl.ifPresent(url -> DatabaseAddress.parse(url, System.getenv()));
        return new UpOptions(
                port,
                adminPort,
                dataDir.map(Path::of),
                databaseUrl,
                given.getBoolean("migrate"),
                demo,
                speed.orElse(1));
    }

    /** Where to look for a database, in what order. */
    DatabaseSettings databaseSettings() {
        return DatabaseSettings.ofProcess(databaseUrl, dataDir);
    }

    private static ArgumentType<Integer> number(int least, int most) {
        return (parser, argument, text) -> {
            if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
                return Integer.valueOf(text);
            }
            throw new ArgumentParserException(
                    "must be a number from %d to %d, not '%s'".formatted(least, most, text), parser, argument);
        };
    }
}

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
 * @param demoSpeed the speed of the simulated rigs, as a multiple of real time
 */
record UpOptions(
        int port,
        int adminPort,
        Optional<Path> dataDir,
        Optional<String> databaseUrl,
        boolean migrate,
        boolean demo,
        double demoSpeed) {
    private static final int PORT_MAX = 65_535;
    private static final int SPEED_MAX = 3_600;

    /** The text of {@code up --help}. */
    static final String HELP = """
            usage: ./derrick up [options]

            Runs the platform on this machine: the database, the API, health and metrics.
            Ctrl-C stops it after the requests in progress.

              --port PORT         port of the API, 0 for any free port (default: 8080)
              --admin-port PORT   port of health and metrics, 0 for any free port
                                  (default: 8081, or any free port with --port 0)
              --data-dir DIR      folder of the database and the log (default: .derrick)
              --database-url URL  use this PostgreSQL instead of the embedded one, as in
                                  postgresql://user@host:5432/name
              --migrate           upgrade the schema of that PostgreSQL to head
              --demo              run two simulated rigs that report every second
              --demo-speed N      run them at N times real time (default: 1)
              --help              print this help
            """;

    static void describe(Subparser up) {
        up.addArgument("--port").type(number(0, PORT_MAX)).setDefault(8080);
        up.addArgument("--admin-port").type(number(0, PORT_MAX));
        up.addArgument("--data-dir");
        up.addArgument("--database-url");
        up.addArgument("--migrate").action(Arguments.storeTrue());
        up.addArgument("--demo").action(Arguments.storeTrue());
        up.addArgument("--demo-speed").type(number(1, SPEED_MAX));
    }

    /**
     * @throws StartupFailure if two options exclude each other
     * @throws InvalidDatabaseUrl if the URL is invalid
     */
    static UpOptions of(Namespace given) {
        boolean demo = given.getBoolean("demo");
        Optional<Integer> speed = Optional.ofNullable(given.getInt("demo_speed"));
        if (speed.isPresent() && !demo) {
            throw new StartupFailure(StartupFailure.USAGE, "--demo-speed needs --demo; see ./derrick up --help");
        }
        int port = given.getInt("port");
        int adminPort = Optional.ofNullable(given.getInt("admin_port")).orElse(port == 0 ? 0 : 8081);
        if (port == adminPort && port != 0) {
            throw new StartupFailure(StartupFailure.USAGE, "--port and --admin-port must differ; both are " + port);
        }
        Optional<String> dataDir = Optional.ofNullable(given.getString("data_dir"));
        if (dataDir.filter(String::isBlank).isPresent()) {
            throw new StartupFailure(StartupFailure.USAGE, "--data-dir must name a folder; omit it for .derrick");
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

    /** Returns the settings that choose the database. */
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

package derrick.ops;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code derrick up}, for its help alone: the launcher starts the api's own program for it. */
@Command(
        name = "up",
        header = "Serve the platform over HTTP, with its database.",
        description = {
            "Starts the embedded PostgreSQL, unless a database is named, brings its",
            "schema to head, and serves until Ctrl-C or SIGTERM."
        })
@SuppressWarnings("unused") // the options are here to be explained
final class UpCommand implements Runnable {
    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port to serve on; 0 takes a free one (default: 8080).")
    private int port;

    @Option(names = "--admin-port", paramLabel = "PORT", description = "Port of health and metrics (default: 8081).")
    private int adminPort;

    @Option(names = "--migrate", description = "Bring a database that is not embedded to head, too.")
    private boolean migrate;

    @Option(names = "--demo", description = "Let a simulator of two rigs send data.")
    private boolean demo;

    @Override
    public void run() {
        throw CommandFailed.usage("'up' is started by the launcher 'derrick' at the root of the checkout");
    }
}

package derrick.ops;

import picocli.CommandLine.Command;

/**
 * The entry of {@code derrick up} in the list of commands. The launcher runs the server's main class for this command
 * and its help.
 */
@Command(name = "up", header = "Run the server: the HTTP API and its database.")
final class UpCommandEntry implements Runnable {
    @Override
    public void run() {
        throw CommandFailed.usage("'up' needs the launcher; run ./derrick up in the root folder of the checkout");
    }
}

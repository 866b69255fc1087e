package derrick.ops;

import picocli.CommandLine.Command;

/**
 * The entry of {@code derrick up} in the list of commands. The launcher runs the server's own program for it and for
 * its help.
 */
@Command(name = "up", header = "Serve the platform over HTTP, with its database.")
final class UpCommandEntry implements Runnable {
    @Override
    public void run() {
        throw CommandFailed.usage("run 'up' through the launcher 'derrick' in the root folder of the checkout");
    }
}

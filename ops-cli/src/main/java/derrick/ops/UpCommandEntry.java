package derrick.ops;

import picocli.CommandLine.Command;

/**
 * {@code derrick up}, to be listed with the others: the launcher starts the api's own program for it, and for its help.
 */
@Command(name = "up", header = "Serve the platform over HTTP, with its database.")
final class UpCommandEntry implements Runnable {
    @Override
    public void run() {
        throw CommandFailed.usage("'up' is started by the launcher 'derrick' at the root of the checkout");
    }
}

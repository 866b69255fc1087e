package derrick.ops;

import java.util.function.Supplier;

/** Runs an action when Ctrl-C or SIGTERM ends the process. */
public final class InterruptHandler {
    private InterruptHandler() {}

    /** Does the work, and runs the action if the process is told to end meanwhile. */
    public static <T> T during(Supplier<T> work, Runnable onInterrupt) {
        Thread hook = new Thread(onInterrupt, "on-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.get();
        } finally {
            remove(hook);
        }
    }

    /** True if the process is shutting down, so that failures are expected and not worth a message. */
    static boolean isShuttingDown() {
        Thread probe = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException shuttingDown) {
            return true;
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The action is running.
        }
    }
}

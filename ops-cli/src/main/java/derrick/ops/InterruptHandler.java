package derrick.ops;

import java.util.function.Supplier;

/** Runs an action when Ctrl-C or SIGTERM ends the process. */
public final class InterruptHandler {
    private InterruptHandler() {}

    /** Runs the work, and the action if a signal ends the process meanwhile. */
    public static <T> T during(Supplier<T> work, Runnable onInterrupt) {
        Thread hook = new Thread(onInterrupt, "on-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.get();
        } finally {
            remove(hook);
        }
    }

    /** Whether the process is shutting down, so that failures are expected and not reported. */
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

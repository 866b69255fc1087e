package derrick.ops;

import java.util.function.Supplier;

/** Lets a command have the last word when Ctrl-C or SIGTERM ends it. */
public final class InterruptHandler {
    private InterruptHandler() {}

    /** Does the work; if the process is told to end meanwhile, the last words are said. */
    public static <T> T expected(Runnable lastWords, Supplier<T> work) {
        Thread hook = new Thread(lastWords, "last-words");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.get();
        } finally {
            forget(hook);
        }
    }

    /** Whether the process was told to end: what fails now fails for that, and is no news. */
    static boolean isUnderWay() {
        Thread probe = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException ending) {
            return true;
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // The last words are being said.
        }
    }
}

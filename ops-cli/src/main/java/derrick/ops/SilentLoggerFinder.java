package derrick.ops;

import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the JDK logs of itself off the terminal: a command says what failed, and why, in its own words.
 *
 * <p>A command also starts faster with it. The JDK looks for a finder in one jar of the class path after the other, and
 * this one is in the first.
 */
public final class SilentLoggerFinder extends System.LoggerFinder {
    @Override
    public System.Logger getLogger(String name, Module module) {
        return new SilentLogger(name);
    }

    private record SilentLogger(String name) implements System.Logger {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean isLoggable(Level level) {
            return false;
        }

        @Override
        public void log(Level level, @Nullable ResourceBundle texts, String message, Throwable thrown) {}

        @Override
        public void log(Level level, @Nullable ResourceBundle texts, String format, Object... values) {}
    }
}

package derrick.ops;

import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Turns off the JDK's own log messages, since a command reports its failures itself. It also shortens the start: the
 * JDK searches the jars for a finder one after the other, and this one is in the first.
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

package derrick.migrations.run;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/** Keeps Flyway quiet: what it would say comes as results and exceptions. Flyway makes it by its class's name. */
public final class NoOpLog implements LogCreator {
    @Override
    public Log createLogger(Class<?> speaker) {
        return new Silence();
    }

    private static final class Silence implements Log {
        @Override
        public void debug(String message) {}

        @Override
        public void info(String message) {}

        @Override
        public void warn(String message) {}

        @Override
        public void error(String message) {}

        @Override
        public void error(String message, Exception cause) {}

        @Override
        public void notice(String message) {}
    }
}

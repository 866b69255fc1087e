package derrick.migrations.run;

import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.jspecify.annotations.Nullable;

/** The configuration of Flyway. */
final class FlywaySettings {
    private FlywaySettings() {}

    static FluentConfiguration of(DataSource dataSource) {
        FluentConfiguration settings = new FluentConfiguration(FlywaySettings.class.getClassLoader());
        // With the lock held in a transaction, CREATE INDEX CONCURRENTLY would wait for that transaction for ever.
        settings.getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        return settings.loggers(NoOpLog.class.getName())
                .dataSource(dataSource)
                .table("flyway_schema_history")
                .resourceProvider(new NoResources())
                .javaMigrationClassProvider(List::of)
                .skipDefaultResolvers(true)
                .validateOnMigrate(true)
                // Rows of repeatable scripts, from Flyway run by hand, belong to no revision.
                .ignoreMigrationPatterns("repeatable:missing")
                // LockRetry retries instead, because it reports who holds the lock.
                .lockRetryCount(0)
                .outOfOrder(false)
                .cleanDisabled(true);
    }

    /** Keeps Flyway from searching the class path for scripts. */
    private static final class NoResources implements ResourceProvider {
        @Override
        public @Nullable LoadableResource getResource(String name) {
            return null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return List.of();
        }
    }

    /** Discards Flyway's log. Results and exceptions carry the same. Public, since Flyway instantiates it by name. */
    public static final class NoOpLog implements LogCreator {
        @Override
        public Log createLogger(Class<?> source) {
            return new Log() {
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
            };
        }
    }
}

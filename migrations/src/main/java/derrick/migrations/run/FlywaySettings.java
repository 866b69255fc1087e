package derrick.migrations.run;

import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.jspecify.annotations.Nullable;

/** How Flyway is to work here. */
final class FlywaySettings {
    private FlywaySettings() {}

    static FluentConfiguration of(DataSource dataSource) {
        FluentConfiguration settings = new FluentConfiguration(FlywaySettings.class.getClassLoader());
        // A transaction that held the lock would make CREATE INDEX CONCURRENTLY wait for itself.
        settings.getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        return settings.loggers(NoOpLog.class.getName())
                .dataSource(dataSource)
                .table("flyway_schema_history")
                .resourceProvider(new NoFiles())
                .javaMigrationClassProvider(List::of)
                .skipDefaultResolvers(true)
                .validateOnMigrate(true)
                // Scripts that a Flyway run by hand repeats belong to no revision.
                .ignoreMigrationPatterns("repeatable:missing")
                // Whoever holds the lock is to be named to the one who waits, so that the waiting is done here.
                .lockRetryCount(0)
                .outOfOrder(false)
                .cleanDisabled(true);
    }

    /** Else Flyway searches the class path for scripts. */
    private static final class NoFiles implements ResourceProvider {
        @Override
        public @Nullable LoadableResource getResource(String name) {
            return null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return List.of();
        }
    }
}

package derrick.migrations.flyway;

import derrick.migrations.revision.Revisions;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** How Flyway is to work here. */
final class FlywaySettings {
    private FlywaySettings() {}

    static FluentConfiguration of(DataSource dataSource, Revisions revisions) {
        FluentConfiguration settings = new FluentConfiguration(FlywaySettings.class.getClassLoader());
        // A transaction that held the lock would make CREATE INDEX CONCURRENTLY wait for itself.
        settings.getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        return settings.loggers(SilentLogs.class.getName())
                .dataSource(dataSource)
                .table("flyway_schema_history")
                .resourceProvider(new UpgradeScripts(revisions))
                .javaMigrationClassProvider(List::of)
                .placeholderReplacement(false)
                // Else it refuses a script in which some statements can run in a transaction and some cannot.
                .mixed(true)
                .validateOnMigrate(true)
                // Whoever holds the lock is to be named to the one who waits, so that the waiting is done here.
                .lockRetryCount(0)
                .outOfOrder(false)
                .cleanDisabled(true);
    }
}

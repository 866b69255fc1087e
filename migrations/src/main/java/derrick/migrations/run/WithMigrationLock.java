package derrick.migrations.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.flywaydb.core.FlywayExecutor;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.NullFlywayTelemetryManager;
import org.flywaydb.core.internal.database.base.Database;
import org.flywaydb.core.internal.schemahistory.SchemaHistory;

/** Work of our own on Flyway's history, under Flyway's lock, so that no migration runs meanwhile. */
final class WithMigrationLock {
    private WithMigrationLock() {}

    /**
     * Does the work, which is handed the history and the connections that Flyway has. What the work fails with comes
     * out, whatever Flyway fails with over what follows.
     */
    static <T> T run(Configuration settings, BiFunction<SchemaHistory, Database<?>, T> work) {
        List<RuntimeException> failures = new ArrayList<>();
        try {
            return new FlywayExecutor(settings)
                    .execute(
                            (resolver, history, database, defaultSchema, schemas, callbacks, interceptor) ->
                                    history.lock(() -> {
                                        try {
                                            MigrationSession.requireLock(
                                                    database.getMainConnection().getJdbcConnection());
                                            return work.apply(history, database);
                                        } catch (RuntimeException failure) {
                                            failures.add(failure);
                                            throw failure;
                                        }
                                    }),
                            false,
                            new NullFlywayTelemetryManager());
        } catch (FlywayException failure) {
            throw failures.stream().findFirst().orElseGet(() -> FlywayErrorTranslator.inWordsOfOurs(failure));
        }
    }
}

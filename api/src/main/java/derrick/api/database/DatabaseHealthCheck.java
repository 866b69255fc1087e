package derrick.api.database;

import com.codahale.metrics.health.HealthCheck;
import derrick.migrations.revision.HistoryUnreadable;
import derrick.migrations.revision.RevisionHistory;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.SchemaStatus;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The health check of the database. It passes if the pool has a free connection, the database answers and is not
 * read-only, and the schema is at head.
 */
public final class DatabaseHealthCheck extends HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseHealthCheck.class);

    private final DataSource database;
    private final Supplier<Optional<String>> outage;
    private final RevisionHistory history;

    /** @param outage why the database is down, or empty if it is not known to be */
    public DatabaseHealthCheck(DataSource database, Supplier<Optional<String>> outage) {
        this.database = database;
        this.outage = outage;
        this.history = new RevisionHistory(database, Revisions.packaged());
    }

    @Override
    protected Result check() {
        Optional<String> reason = outage.get();
        if (reason.isPresent()) {
            return Result.unhealthy(reason.get());
        }
        try {
            if (isReadOnly()) {
                return Result.unhealthy("the database is read-only");
            }
            SchemaStatus status = history.status();
            return status.behind() == 0 && status.state() == SchemaStatus.State.OK
                    ? Result.healthy("the database answers and its schema is at head")
                    : Result.unhealthy("the schema is not at head");
        } catch (SQLException | HistoryUnreadable failure) {
            LOG.warn("health check failed: {}", failure.getMessage(), failure);
            return Result.unhealthy("the database does not answer, or has no free connection");
        }
    }

    private boolean isReadOnly() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW transaction_read_only")) {
            return rows.next() && "on".equals(rows.getString(1));
        }
    }
}

package derrick.api.database;

import com.codahale.metrics.health.HealthCheck;
import derrick.migrations.revision.HistoryUnreadable;
import derrick.migrations.revision.RevisionHistory;
import derrick.migrations.revision.Revisions;
import derrick.migrations.revision.Standing;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says that the server can do its work: there is a connection left, the database answers, and the schema is at head.
 */
public final class DatabaseReady extends HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseReady.class);

    private final RevisionHistory history;

    public DatabaseReady(DataSource database) {
        this.history = new RevisionHistory(database, Revisions.packaged());
    }

    @Override
    protected Result check() {
        try {
            Standing standing = history.standing();
            return standing.behind() == 0 && standing.state() == Standing.State.OK
                    ? Result.healthy("the database answers and its schema is at head")
                    : Result.unhealthy("the schema is not at head");
        } catch (HistoryUnreadable unreachable) {
            LOG.warn("not ready: {}", unreachable.getMessage(), unreachable);
            return Result.unhealthy("the database does not answer, or has no connection left");
        }
    }
}

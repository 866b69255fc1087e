package offenders.derrick.api.resource;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A resource that holds the database, is injected into a field, and swallows what goes wrong. */
@Path("/")
final class DoesItAllItself {
    @Inject
    DataSource database;

    boolean isUp() {
        try {
            return !database.getConnection().isClosed();
        } catch (SQLException swallowed) {
            return false;
        }
    }
}

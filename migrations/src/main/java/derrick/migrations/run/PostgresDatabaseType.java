package derrick.migrations.run;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.database.base.Database;
import org.flywaydb.core.internal.jdbc.JdbcConnectionFactory;
import org.flywaydb.core.internal.jdbc.StatementInterceptor;
import org.flywaydb.database.postgresql.PostgreSQLConnection;
import org.flywaydb.database.postgresql.PostgreSQLDatabase;
import org.flywaydb.database.postgresql.PostgreSQLDatabaseType;

/**
 * Flyway's PostgreSQL support, except that the role of a session is reset without its name. Flyway puts the name
 * between quotes as it is, so that a role with a quote in its name could not migrate. Flyway finds it as a service.
 */
public final class PostgresDatabaseType extends PostgreSQLDatabaseType {
    @Override
    public int getPriority() {
        return super.getPriority() + 2;
    }

    @Override
    public Database<?> createDatabase(
            Configuration settings, JdbcConnectionFactory connections, StatementInterceptor interceptor) {
        return new PostgreSQLDatabase(settings, connections, interceptor) {
            @Override
            protected PostgreSQLConnection doGetConnection(Connection connection) {
                return new Session(this, connection);
            }
        };
    }

    private static final class Session extends PostgreSQLConnection {
        Session(PostgreSQLDatabase database, Connection connection) {
            super(database, connection);
        }

        @Override
        protected void doRestoreOriginalState() throws SQLException {
            jdbcTemplate.execute("RESET ROLE");
        }
    }
}

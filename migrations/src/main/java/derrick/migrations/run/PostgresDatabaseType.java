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
 * Flyway's PostgreSQL support, except that the session's role is reset by RESET ROLE. Flyway sets the role by name and
 * does not escape quotes in it, so that a role with a quote in its name could not migrate. Flyway loads this as a
 * service.
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
                return new RoleResetConnection(this, connection);
            }
        };
    }

    private static final class RoleResetConnection extends PostgreSQLConnection {
        RoleResetConnection(PostgreSQLDatabase database, Connection connection) {
            super(database, connection);
        }

        @Override
        protected void doRestoreOriginalState() throws SQLException {
            jdbcTemplate.execute("RESET ROLE");
        }
    }
}
